import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { runProgram } from '../../../src/cli/run-program.ts';
import { planted } from '../../e2e/planted-texts.ts';
import { fakeSurroundings } from './surroundings.ts';

const options = JSON.stringify({ url: 'http://127.0.0.1:1/x', method: 'get' });

async function toldOf(words: readonly string[]): Promise<string> {
  const surroundings = fakeSurroundings({ standardInput: options, workingDirectory: tmpdir() });
  expect([words, await runProgram(words, surroundings)]).toEqual([words, 2]);
  return [...surroundings.printed, ...surroundings.told].join('\n');
}

const values =
  'event log data resources working cacert cert key expect-status pick run tenant now stale-after max-body timeout report client jobs repeat tines-status'.split(
    ' ',
  );
const places: readonly (readonly string[])[] = [
  ['?'],
  ['--?'],
  ['-?'],
  ['compare', '-u?'],
  ['compare', '-uadmin:?'],
  ['compare', '--token=?'],
  ['compare', '--token', '?'],
  ['compare', '--header', 'Authorization: Bearer ?'],
  ['compare', '-HAuthorization: Bearer ?'],
  ['compare', '--action', '?'],
  ...values.map((option) => ['compare', '--action', '-', `--${option}`, '?']),
  ...['?', '?=env:API', 'api=?', 'api=env:?', 'api=file:?', 'api=cmd:?', 'api=cmd:false ?'].map((given) => [
    'compare',
    '--action',
    '-',
    '--credential',
    given,
  ]),
  ['compare', '--action', '-', '--credentials', '?'],
  ['compare', '--action', '-', '--report', '?'],
  ['compare', '--action', '-', '--report', '?=out.json'],
  ['export', '?', '--action', '-'],
  ['export', 'curl', '--action', '-', '--shell', '?'],
  ['explain', '?'],
  ['regress', '?'],
  ['regress', 'a', '?'],
  ['regress', '--shard', '?', 'a'],
  ['eval', 'NO_SUCH("?")'],
  ['eval', '--text', '<<NO_SUCH("?")>>'],
  ['eval', `NO_SUCH("${'x '.repeat(40)}?")`],
  ['eval', `UPCASE("${'x '.repeat(40)}?") & NO_SUCH(1)`],
  ['eval', '--batch', '?'],
  ['eval', '1', '--data', '?'],
  ['sandbox', '--port', '?'],
  ['fetch', '--tenant', '?', '--action-id', '1', '--out', 'x'],
  ['fetch', '--tenant', 'https://x.test', '--action-id', '?', '--out', 'x'],
  ['fetch', '--tenant', 'https://x.test', '--credential', 'tines=?', '--action-id', '1', '--out', 'x'],
  ['bundle', '--action', '?', '--out', 'x.zip'],
];
const secrets = [
  planted('bearer'),
  planted('github'),
  planted('jwt'),
  planted('jwt').slice(0, 30),
  planted('aws'),
  planted('echo'),
  'Passw0rd!2024',
];

describe('a secret typed by mistake is told by no message', () => {
  it.each(places)('%s %s %s %s %s %s', async (...words) => {
    for (const secret of secrets) {
      if (words.includes('--pick') && /^[\da-f-]+$/u.test(secret)) continue;
      if (words.includes('--run') && /^[\da-f-]+$/u.test(secret)) continue;
      const told = await toldOf(words.map((word) => word.replaceAll('?', secret)));
      const shown = Array.from({ length: secret.length - 7 }, (_, start) => secret.slice(start, start + 8)).filter((part) =>
        told.toLowerCase().includes(part.toLowerCase()),
      );
      expect([secret, shown, told]).toEqual([secret, [], expect.stringMatching(/^error\[/mu)]);
    }
  });
});

describe('what was misspelt is still told', () => {
  it.each([
    [['--acton', 'action.json'], '--acton', 'did you mean --action?'],
    [['compre'], '‹compre›', 'did you mean ‹compare›?'],
    [['action-2026.json'], '‹action-2026.json›', '--action FILE'],
    [['--allow_write', '--action', '-'], '--allow_write', '--allow-writes'],
    [['--action', './exports/Absent1/action (2).json'], '‹./exports/Absent1/action (2).json›', 'check the path'],
    [['--action', '/tmp/tmp.Xq3f9AbC12kLm0/a'], '‹/tmp/tmp.Xq3f9AbC12kLm0/a›', 'check the path'],
    [['--action', '-', '--timeout', '30secs'], '‹30secs›', '--timeout'],
    [['--action', '-', '--now', '2026-11-24T25:00:00Z'], '‹2026-11-24T25:00:00Z›', 'ISO 8601'],
    [['--action', '-', '--pick', 'Get users v2'], '‹Get users v2›', ''],
    [['--action', '-', '--credential', 'acme=env:ACME_TOKEN_2'], '‹ACME_TOKEN_2›', 'set it first'],
    [['explain', 'credential-litteral'], '‹credential-litteral›', ''],
  ])('%j', async (words, quoted, hint) => {
    const told = await toldOf(words);
    expect(told).toContain(quoted);
    expect(told).toContain(hint);
    expect(told).not.toContain('••');
  });
});
