import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { inShard, parseShard } from '../../../src/regress/in-shard.ts';
import { countStates, type RegressResult, type RegressState } from '../../../src/regress/regress-result.ts';
import type { RegressDocument } from '../../../src/regress/report/document.ts';
import { githubAnnotations } from '../../../src/regress/report/github-annotations.ts';
import { historyLine, readHistory, withHistory } from '../../../src/regress/report/history.ts';
import { regressJunit } from '../../../src/regress/report/junit.ts';
import { regressMarkdown } from '../../../src/regress/report/markdown.ts';
import { regressStatus } from '../../../src/regress/report/status.ts';
import { terminalSummary } from '../../../src/regress/report/terminal-summary.ts';
import { createStyle } from '../../../src/report/terminal/style.ts';
import { hostileTexts } from '../report/sample-reports.ts';

function result(state: RegressState, more: Partial<RegressResult> = {}): RegressResult {
  const problems = state === 'same' ? [] : ['the status is 500, not 200'];
  return {
    key: `guid ${state}`,
    name: state,
    folders: [state],
    file: 'c/users.json',
    line: 7,
    state,
    problems: [],
    clients: [
      { client: 'curl', state, status: 500, milliseconds: 3, problems },
      { client: 'postman', state, status: 500, milliseconds: 5, problems },
    ],
    milliseconds: 5,
    ...more,
  };
}

function documentOf(results: readonly RegressResult[]): RegressDocument {
  return {
    schema: 1,
    tool: { name: 'tines-compare', version: '0.1.0' },
    counts: countStates(results),
    milliseconds: 1234,
    results,
  };
}

const all = (['broken', 'changed-cause', 'drifted', 'not-run', 'fixed', 'same'] as const).map((state) => result(state));

describe('the reports of a regression', () => {
  it('draws the summary with the worst first and hides what is the same', () => {
    expect(terminalSummary(documentOf([...all].reverse()), { style: createStyle(false), verbose: false })).toMatchInlineSnapshot(`
      "✗ broken  broken  c/users.json:7
          the status is 500, not 200
      ✗ changed-cause  changed-cause  c/users.json:7
          the status is 500, not 200
      ~ drifted  drifted  c/users.json:7
          the status is 500, not 200
      ? not-run  not-run  c/users.json:7
          the status is 500, not 200
      ✓ fixed  fixed  c/users.json:7
          the status is 500, not 200

      6 actions in 1.2 s: 1 same, 1 fixed, 1 not-run, 1 drifted, 1 changed-cause, 1 broken
      "
    `);
  });

  it('writes JUnit in which three are failures and one is an error', () => {
    const { testsuites } = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '' }).parse(
      regressJunit(documentOf(all)),
    );
    expect(testsuites).toMatchObject({ tests: '6', failures: '3', errors: '1' });
  });

  it.each(hostileTexts)('stays well-formed with %j in it', (text) => {
    const hostile = result('broken', {
      name: text,
      folders: [text],
      file: text,
      problems: [text],
      cause: { code: text, confidence: 'likely', fix: text },
      flaky: { attempts: 2, problems: [text] },
    });
    expect(XMLValidator.validate(regressJunit(documentOf([hostile])))).toBe(true);
    const annotations = githubAnnotations([hostile]);
    expect(annotations.trimEnd().split(/\r?\n/u)).toHaveLength(1);
    expect(annotations).toMatch(/^::error file=[^,:]*,line=7,title=[^,:]*::[^\r\n]*\n$/u);
    const rows = regressMarkdown(documentOf([hostile]))
      .split('\n')
      .filter((line) => line.startsWith('|'));
    expect(rows).toHaveLength(3);
    expect(rows[2]?.replace(/\\./gu, '').split('|')).toHaveLength(6);
  });

  it('annotates failures as errors, flaky ones as warnings and fixed ones as notices', () => {
    const flaky = result('same', { flaky: { attempts: 2, problems: ['the status is 503, not 200'] } });
    const levels = githubAnnotations([...all, flaky])
      .split('\n')
      .map((line) => /^::(\w+)/u.exec(line)?.[1]);
    expect(levels).toEqual(['error', 'error', 'error', 'error', 'notice', 'warning', undefined]);
  });

  it('never hides a flaky action', () => {
    const flaky = documentOf([result('same', { flaky: { attempts: 2, problems: ['the status is 503, not 200'] } })]);
    expect(terminalSummary(flaky, { style: createStyle(false), verbose: false })).toContain(
      'flaky: as recorded only at attempt 2; before: the status is 503, not 200',
    );
    expect(regressMarkdown(flaky)).toContain('1 flaky');
    expect(regressStatus(flaky.results)).toBe(0);
  });

  it.each([
    [['same', 'fixed'], 0],
    [[], 0],
    [['same', 'broken'], 1],
    [['same', 'drifted'], 1],
    [['same', 'changed-cause'], 1],
    [['same', 'not-run'], 1],
    [['not-run', 'not-run'], 2],
  ] as const)('ends %j with status %i', (states, status) => {
    expect(regressStatus(states.map((state) => result(state)))).toBe(status);
  });
});

describe('shards', () => {
  it('take every action exactly once, about evenly, and decide by the key alone', () => {
    const keys = Array.from({ length: 2000 }, (_, index) => `guid ${index}`);
    const sizes = [1, 2, 3, 4, 5].map((index) => keys.filter((key) => inShard(key, { index, count: 5 })).length);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(2000);
    for (const size of sizes) expect(size).toBeGreaterThan(330);
    expect(inShard('guid 7', parseShard('1/1'))).toBe(true);
  });

  it.each(['0/5', '6/5', '1', 'a/b', '1/0', '-1/5', '1/5/2'])('refuse %s', (text) => {
    expect(() => parseShard(text)).toThrow(/is no shard/u);
  });
});

describe('the history', () => {
  const at = (day: number): Date => new Date(`2026-11-0${day}T00:00:00Z`);
  const selection = 'collections';
  const line = (day: number, state: RegressState): string =>
    historyLine([result(state, { key: 'k' })], { at: at(day), selection });

  it('says since when an action fails and how often it flips', () => {
    const runs = readHistory(line(1, 'same') + line(2, 'broken') + line(3, 'same') + line(4, 'broken') + line(5, 'broken'));
    const [now] = withHistory([result('broken', { key: 'k' })], runs, { at: at(6), selection });
    expect(now).toMatchObject({ since: '2026-11-04T00:00:00.000Z', flips: 3 });
    const [fine] = withHistory([result('same', { key: 'k' })], runs, { at: at(6), selection });
    expect(fine?.since).toBeUndefined();
    expect(fine?.flips).toBe(4);
  });

  it('reads past a line that was cut, and past runs of another selection', () => {
    const runs = readHistory(`${line(1, 'broken').slice(0, 30)}\n${line(2, 'broken')}`);
    expect(runs).toHaveLength(1);
    const [other] = withHistory([result('broken', { key: 'k' })], runs, { at: at(6), selection: 'elsewhere' });
    expect(other?.since).toBeUndefined();
  });
});
