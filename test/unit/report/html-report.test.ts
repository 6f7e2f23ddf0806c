import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { htmlReport } from '../../../src/report/html/report.ts';
import { failing, hostileTexts, poisoned, working } from './sample-reports.ts';

/** The names of all tags in a page, in order; text never counts, since `<` is always escaped in it. */
function tags(html: string): readonly string[] {
  return [...html.matchAll(/<(\/?[a-z!][a-z0-9]*)/giu)].map(([, name = '']) => name.toLowerCase());
}

describe('htmlReport', () => {
  it('is one page with the verdict, the cause, the lanes and the command', () => {
    const html = htmlReport([failing]);
    for (const text of [
      'not-tines',
      'scheme-missing',
      'Bearer &lt;&lt;CREDENTIAL.acme&gt;&gt;',
      '<th scope="col">Postman</th>',
      'no answer: tls',
      'Checklist',
      'curl &#39;https://api.example.com/users&#39;',
      '…and 2 more',
    ]) {
      expect(html).toContain(text);
    }
  });

  it('loads nothing and runs nothing: its policy allows its own style sheet only', () => {
    const html = htmlReport([failing, working]);
    const style = /<style>(.*?)<\/style>/su.exec(html)?.[1] ?? '';
    expect(html).toContain(`style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`);
    expect(html).not.toMatch(/<script|<link|<img|@import|url\(|\son[a-z]+=|style=/u);
  });

  it.each(hostileTexts)('has the same elements whatever stands in the report: %j', (text) => {
    const html = htmlReport([poisoned(text)]);
    const harmless = htmlReport([poisoned('harmless')]);
    const isLink = /^https?:/iu.test(text);
    expect(tags(html).filter((name) => isLink || name !== 'a')).toEqual(tags(harmless).filter((name) => isLink || name !== 'a'));
    expect(html).not.toMatch(/href="(?!#|https?:)/u);
    expect(html).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/u);
  });

  it('lists several actions first', () => {
    expect(htmlReport([failing, working])).toMatch(/<nav aria-label="Actions">.*href="#action-2"/su);
  });
});
