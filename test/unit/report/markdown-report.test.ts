import { describe, expect, it } from 'vitest';
import { markdownReport } from '../../../src/report/markdown/report.ts';
import { failing, hostileTexts, poisoned, working } from './sample-reports.ts';

/** The lines outside of fences; a fence ends only with a line of at least as many backticks and nothing else (CommonMark). */
function outside(markdown: string): readonly string[] {
  const lines: string[] = [];
  let fence = '';
  for (const line of markdown.split('\n')) {
    const ticks = /^(`{3,})/u.exec(line)?.[1] ?? '';
    if (fence === '' && ticks !== '') fence = ticks;
    else if (fence !== '' && ticks.length >= fence.length && line === ticks) fence = '';
    else if (fence === '') lines.push(line);
  }
  expect(fence).toBe('');
  return lines;
}

/** What is left of a line when its code spans and escapes are taken out. */
function bare(line: string): string {
  return line
    .replace(/\\[!-/:-@[-`{-~]/gu, '·')
    .replace(/(`+)(?!`).*?(?<!`)\1(?!`)/gu, '')
    .replace(/<code>[^<]*<\/code>/gu, '');
}

describe('markdownReport', () => {
  it('says the verdict, the cause with its fix, the lanes, the differences and the command', () => {
    const markdown = markdownReport([failing]);
    for (const text of [
      '## ✗ not-tines: The same call fails outside of Tines too.',
      '**scheme-missing** (confirmed, format)',
      '```text\nwrite "Bearer <<CREDENTIAL.acme>>"\n```',
      '| Status |',
      '| | Tines | cURL | Postman |',
      '### Differences',
      '…and 2 more',
      '```bash\ncurl ',
      'Assumptions about Tines (1)',
      '- ✗ Format of the credential: the scheme is missing',
    ]) {
      expect(markdown).toContain(text);
    }
  });

  it('begins with a table where there are several actions, and ends with one line break', () => {
    const markdown = markdownReport([failing, working]);
    expect(markdown).toMatch(/^\| Verdict \| Action \| Cause \|/u);
    expect(markdown).toMatch(/[^\n]\n$/u);
  });

  it.each(hostileTexts)('is not broken out of: %j', (text) => {
    const lines = outside(markdownReport([poisoned(text)]));
    const columns = (line: string): number => bare(line).split('|').length;
    for (const line of lines) {
      const rest = bare(line);
      expect(rest).not.toMatch(/<(?!\/?(?:sub|details|summary)>)/u);
      expect(rest).not.toMatch(/[@#!][\w"]/u);
      expect(rest).not.toMatch(/:\/\/|www\.|!\[|\]\(/u);
      if (line.startsWith('| Status')) expect(columns(line)).toBe(6);
    }
    const headings = lines.filter((line) => /^#{1,6} /u.test(line)).length;
    expect(headings).toBe(outside(markdownReport([poisoned('harmless')])).filter((line) => /^#{1,6} /u.test(line)).length);
    expect(lines.filter((line) => /^(?:>|[-+*] |\d+[.)] |={3,}|\*{3,}|-{3,}$)/u.test(line)).length).toBe(
      outside(markdownReport([poisoned('harmless')])).filter((line) => /^(?:>|[-+*] |\d+[.)] |={3,}|\*{3,}|-{3,}$)/u.test(line))
        .length,
    );
  });
});
