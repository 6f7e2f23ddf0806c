import { describe, expect, it } from 'vitest';
import { maskNoise } from '../../../src/diagnose/answers/mask-noise.ts';
import { markdownCell, markdownFence, markdownText } from '../../../src/report/markdown/text.ts';
import { shorten } from '../../../src/report/printable.ts';
import { issuedInHeaders, issuedInText } from '../../../src/secrets/literals/issued-values.ts';
import { splitAtPills } from '../../../src/secrets/literals/split-at-pills.ts';
import { maskLiterals } from '../../../src/secrets/mask-literals.ts';
import { createRedactor } from '../../../src/secrets/redactor.ts';

const length = 250_000;
const readers: Readonly<Record<string, (text: string) => unknown>> = {
  'the search for what is handed out': (text) => [
    issuedInText(text),
    issuedInHeaders([
      ['set-cookie', text],
      ['location', text],
    ]),
  ],
  'the masks of messages': maskLiterals,
  'the text around pills': splitAtPills,
  'the masks of noise': (text) => maskNoise(text, []),
  'the redactor': createRedactor([{ label: 'CREDENTIAL.acme', value: 'k3y-acme-0011' }]).redact,
  'one line': (text) => shorten(text, 80),
  Markdown: (text) => [markdownText(text), markdownCell(text, 80), markdownFence(`${text}x`, 'text')],
};
const atoms = [
  'a',
  'A1',
  '<',
  '<a ',
  '<title>',
  '<input ',
  '<<',
  '{{',
  '{%',
  '"',
  '"a":"',
  '\\',
  '&a=',
  '?token=',
  'token="',
  '<token>',
  ' ',
  '\n',
  '\t',
];
const more = [
  '-----BEGIN ',
  'eyJ',
  'eyJabcdef.',
  'Bearer ',
  'http://a:',
  '*',
  'a*',
  '[',
  '{"a":',
  '‹',
  '&#x41;',
  '%25',
  'sk-',
  'a/',
];

// What takes time with the square of the length takes minutes here, and the test ends without it.
describe.each(Object.keys(readers))('%s', (name) => {
  it.each([...atoms, ...more])('comes to its end with %j over and over', (atom) => {
    const text = atom.repeat(Math.ceil(length / atom.length));
    expect(readers[name]?.(text)).toBeDefined();
  });
});
