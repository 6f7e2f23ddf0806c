import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import parser from 'yargs-parser';
import type { Options } from '../../../src/cli/options.ts';
import { createWorld, json, story, type World } from './regress-world.ts';

const docs = path.resolve(import.meta.dirname, '../../../docs/ci');

/** Runs a script of a CI job in bash, where `npx` writes down its words and ends with `status`. */
function runJob(
  world: World,
  script: string,
  { environment, status }: { readonly environment: Readonly<Record<string, string>>; readonly status: number },
) {
  const bin = path.join(world.directory, 'bin');
  mkdirSync(bin, { recursive: true });
  world.write('bin/npx', `#!/bin/sh\nprintf '%s\\n' "$@" > words.txt\necho '## summary' > regress.md\nexit ${status}\n`);
  chmodSync(path.join(bin, 'npx'), 0o755);
  const run = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], {
    cwd: world.directory,
    env: { PATH: `${bin}:${process.env['PATH'] ?? ''}`, ...environment },
    encoding: 'utf8',
  });
  const [flag, program, command, ...words] = world.read('words.txt').trimEnd().split('\n');
  expect([flag, program, command]).toEqual(['--no-install', 'tines-compare', 'regress']);
  return { status: run.status, words };
}

/** The words as the command gets them. */
function optionsOf(words: readonly string[]): { readonly words: readonly string[]; readonly options: Options } {
  const { _: rest, ...parsed } = parser([...words], {
    array: ['report'],
    number: ['jobs', 'retries'],
    string: ['shard', 'changed-since'],
    configuration: { 'camel-case-expansion': false, 'greedy-arrays': false },
  });
  return { words: rest.map(String), options: parsed as Options };
}

describe('the CI jobs of the documentation', () => {
  let world: World;
  beforeEach(async () => {
    world = await createWorld();
    world.answers.set('/a', () => json(200, { id: 1 }));
    world.write('story.json', story(world.origin, ['a']));
    await world.record({ action: path.join(world.directory, 'story.json'), client: ['curl'] });
    execFileSync('git', ['-C', world.directory, 'init', '-q']);
    execFileSync('git', [
      '-C',
      world.directory,
      '-c',
      'user.name=x',
      '-c',
      'user.email=x@example.com',
      'commit',
      '-q',
      '--allow-empty',
      '-m',
      'Start',
    ]);
  });
  afterEach(() => world.close());

  const github = (): string => {
    const { jobs } = parse(readFileSync(path.join(docs, 'github-actions.yml'), 'utf8'));
    return jobs.regress.steps.find((step: { name?: string }) => step.name === 'Run the collections').run;
  };
  const gitlab = (): string => parse(readFileSync(path.join(docs, 'gitlab-ci.yml'), 'utf8')).regress.script.join('\n');

  it.each([0, 1, 2])('the GitHub job adds the summary and ends with the status %i of regress', (status) => {
    const environment = { SHARD: '1/1', CHANGED_SINCE: '', GITHUB_STEP_SUMMARY: path.join(world.directory, 'summary.md') };
    expect(runJob(world, github(), { environment, status }).status).toBe(status);
    expect(world.read('summary.md')).toContain('## summary');
  });

  it.each([
    ['GitHub', github, { SHARD: '1/1', CHANGED_SINCE: 'HEAD', GITHUB_STEP_SUMMARY: '/dev/null' }],
    ['GitLab', gitlab, { CI_NODE_INDEX: '1', CI_NODE_TOTAL: '1', CI_MERGE_REQUEST_DIFF_BASE_SHA: 'HEAD' }],
  ] as const)('the %s job calls regress with options that it has', async (_name, script, environment) => {
    const { words, options } = optionsOf(runJob(world, script(), { environment, status: 0 }).words);
    expect(options).toMatchObject({ shard: '1/1', 'changed-since': 'HEAD', jobs: 16, retries: 1 });
    const { status, output } = await world.regress(words, { ...options, client: ['curl'] });
    expect(status).toBe(0);
    expect(output).toContain('1 same');
    expect(world.read('regress.xml')).toContain('<testsuites');
    expect(world.read('regress.md')).toContain('1 same');
  });

  it('without a base everything is run', () => {
    const { words } = runJob(world, gitlab(), { environment: { CI_NODE_INDEX: '2', CI_NODE_TOTAL: '3' }, status: 1 });
    expect(words).not.toContain('--changed-since');
    expect(words).toContain('2/3');
  });
});
