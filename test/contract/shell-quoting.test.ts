import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Content } from '../../src/emit/content.ts';
import { printPrintf } from '../../src/emit/curl/print-printf.ts';
import { quotePosix } from '../../src/emit/curl/quote-posix.ts';
import type { Text, Variable } from '../../src/model/text.ts';

const secret: Variable = { name: 'acme', from: ['CREDENTIAL.acme'], encodings: [] };
const secretValue = `s'e"c$r\\e\`t\n%s*~!{[é🦉`;
const nameOf = (): string => 'TINES_CREDENTIAL_ACME';

let directory: string;
beforeAll(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'shell-'));
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const hostileLiterals = [
  '',
  "'",
  "''",
  "'\\''",
  '"',
  '\\',
  '\\\\',
  '$HOME',
  '$(id)',
  '`id`',
  '!!',
  '#x',
  '~',
  '*',
  '?',
  '[a]',
  '{a,b}',
  '=ls',
  '-n',
  '--',
  '%s',
  '%%',
  'a\nb',
  '\n',
  'a\n\n',
  '\t',
  '\r',
  'a\r\n',
  '\x1b[31m',
  '\x07',
  '\x7f',
  '\x80\x81\x85\x9b\x9f',
  '\u2028',
  'é',
  '日本',
  '🦉',
  '\ufeff',
  '\\n',
  '\\0',
  "\\'",
  ';id',
  '&',
  '|',
  '>x',
  '<x',
  '(x)',
  'a b',
  ' a ',
  "$'a'",
  '$"a"',
  '\x01\x02\x03',
  'a\x00'.slice(0, 1),
  '^',
  ',',
  '@',
  ':',
  '+',
  'A=b',
];

const character = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...`'"\\$\`!#~*?[]{}()<>|&;=%^@,:+- \t\n\r`) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 0x9f }).map((code) => String.fromCharCode(code)) },
  { weight: 2, arbitrary: fc.constantFrom(...'abzAZ09._/-') },
  {
    weight: 1,
    arbitrary: fc
      .integer({ min: 0xa0, max: 0x10ffff })
      .filter((code) => code < 0xd800 || code > 0xdfff)
      .map((code) => String.fromCodePoint(code)),
  },
);
const literal = fc.array(character, { maxLength: 24 }).map((characters) => characters.join(''));
const pieces = fc.array(fc.oneof({ weight: 3, arbitrary: literal }, { weight: 1, arbitrary: fc.constant(secret) }), {
  maxLength: 5,
});
const bytes = fc.uint8Array({ maxLength: 24 });
const content = fc.array(
  fc.oneof(
    literal.map((text) => `${text}\0`),
    fc.constant(secret),
    bytes,
  ),
  { maxLength: 5 },
);

describe.each(['bash', 'dash', 'zsh'])('%s', (shell) => {
  test('reads back the words that are quoted for it', async (context) => {
    const texts: Text[] = [
      ...hostileLiterals.map((text) => (text === '' ? [] : [text])),
      ...fc.sample(pieces, { numRuns: 500, seed: 7 }),
    ];
    const script = `printf '%s\\000' ${texts.map((text) => quotePosix(text, nameOf)).join(' \\\n  ')}\n`;
    const output = await run(shell, script);
    if (output === null) return context.skip(`${shell} is not installed`);
    const expected = texts.map((text) => text.map((piece) => (typeof piece === 'string' ? piece : secretValue)).join(''));
    expect(output.toString('utf8').split('\0').slice(0, -1)).toEqual(expected);
  });

  test('writes the bytes of a body with printf', async (context) => {
    const contents: Content[] = [
      ['--data\r\n%s%d\\'],
      [Uint8Array.from({ length: 256 }, (_, byte) => byte)],
      ['-', secret, '\n'],
      ...fc.sample(content, { numRuns: 200, seed: 8 }),
    ];
    const script = contents.map((body) => `${printPrintf(body, nameOf)}\n`).join("printf '\\000\\377\\376|\\000'\n");
    const output = await run(shell, script);
    if (output === null) return context.skip(`${shell} is not installed`);
    const expected = contents.map((body) =>
      Buffer.concat(
        body.map((piece) => Buffer.from(piece instanceof Uint8Array ? piece : typeof piece === 'string' ? piece : secretValue)),
      ),
    );
    expect(output.toString('latin1').split('\0\xff\xfe|\0')).toEqual(expected.map((body) => body.toString('latin1')));
  });
});

/** The script's output, or null where the shell is not installed. */
function run(shell: string, script: string): Promise<Buffer | null> {
  const file = path.join(directory, `script.${shell}`);
  writeFileSync(file, script);
  return new Promise((resolve, reject) => {
    const env = { PATH: process.env.PATH ?? '', TINES_CREDENTIAL_ACME: secretValue };
    execFile(shell, [file], { env, encoding: 'buffer', maxBuffer: 1e8 }, (error, stdout) => {
      if (error?.code === 'ENOENT') resolve(null);
      else if (error) reject(error);
      else resolve(stdout);
    });
  });
}
