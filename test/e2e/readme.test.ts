import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { root, runExecutable } from './run-executable.ts';

const begin = '<!-- recorded: npm run demo -->';
const end = '<!-- end -->';

/** Without what differs from run to run: ports, times, and whether two answers came in the same second. */
function normalized(text: string): string {
  return text
    .replace(/127\.0\.0\.1:\d+/gu, '127.0.0.1:PORT')
    .replace(/\blocalhost:\d+/gu, 'localhost:PORT')
    .replace(/\b\d+(?:\.\d+)? ms +/gu, 'N ms ')
    .replace(/\b\d+(?:\.\d+)? ms$/gmu, 'N ms')
    .replace(/(?:; )?\d+ × tells the time of the answer/gu, '')
    .replace(/\bcurl \d+\.\d+\.\d+/gu, 'curl V')
    .replace(/[ \t]+$/gmu, '')
    .trim();
}

/** The fenced text between the markers of the README. */
function recordedRun(readme: string): string {
  const from = readme.indexOf(begin);
  const to = readme.indexOf(end, from);
  if (from === -1 || to === -1) throw new Error(`README.md has no recorded run between ${begin} and ${end}`);
  const section = readme.slice(from + begin.length, to).trim();
  const fenced = /^```\w*\n([\s\S]*?)\n?```$/u.exec(section)?.[1];
  if (fenced === undefined) throw new Error('the recorded run is no fenced block');
  return fenced;
}

describe('the recorded run in the README', () => {
  it('is what npm run demo prints now', async () => {
    const file = path.join(root, 'README.md');
    expect(existsSync(file), 'README.md is missing').toBe(true);
    const { status, stdout, stderr } = await runExecutable(['demo']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    // npm names the script first; that is no part of the run.
    const recorded = recordedRun(readFileSync(file, 'utf8')).replace(/^\$ npm run demo\n+/u, '');
    expect(normalized(recorded)).toBe(normalized(stdout));
  });
});
