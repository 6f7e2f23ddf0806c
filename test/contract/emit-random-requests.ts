import fc from 'fast-check';
import type { Encoding } from '../../src/model/text.ts';

/** A random request that HTTP allows, before it has a server. */
export type RandomRequest = typeof randomRequest extends fc.Arbitrary<infer Drawn> ? Drawn : never;

/** A piece of text as drawn: literal, or a secret with what is done to it. */
export interface RandomPiece {
  readonly text: string;
  readonly secret: 'no' | 'plain' | Encoding | 'pair';
}

const token = "!#$%&'*+-.^_`|~0123456789abcxyzABCXYZ";
const known = ['GET', 'GET', 'GET', 'POST', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD', 'PROPFIND', 'M-SEARCH'];
const method = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom(...known) },
  {
    weight: 1,
    arbitrary: fc.string({ unit: fc.constantFrom(...token), minLength: 1, maxLength: 6 }).map((text) => text.toUpperCase()),
  },
);

const hostile = [
  '$(id)',
  '`id`',
  `$\{HOME}`,
  '!!',
  '%41',
  '%n',
  '%s',
  '{{x}}',
  '{{$guid}}',
  '{{}}',
  "'",
  '"',
  '\\',
  '@',
  '@-',
  '&',
  ';',
  '|',
  '<',
  '>',
  '*',
  '?',
  '~',
  '\\u0041',
  '=',
  '[1-3]',
  '{a,b}',
  '--',
  '-d',
  ':',
  '^',
];

const urlCharacters = [...Array(0x7f - 0x21).keys()]
  .map((code) => String.fromCharCode(code + 0x21))
  .filter((character) => character !== '#');
const urlText = (banned: string): fc.Arbitrary<string> =>
  fc
    .array(
      fc.oneof(
        { weight: 3, arbitrary: fc.constantFrom(...urlCharacters) },
        fc.constantFrom(...hostile, '..', '.', '/', '%2e', '%zz', '%C3%A9'),
      ),
      { maxLength: 12 },
    )
    .map((pieces) => [...pieces.join('')].filter((character) => !banned.includes(character) && character !== '#').join(''));

const scalar = fc.integer({ min: 0x80, max: 0x10ffff }).filter((code) => code < 0xd800 || code > 0xdfff);
const visible = fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code));
/** What a field value may hold (RFC 9110, section 5.5): no control character but the tab. */
const fieldText = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: visible },
      { weight: 2, arbitrary: fc.constantFrom(...hostile) },
      { weight: 1, arbitrary: scalar.map((code) => String.fromCodePoint(code)) },
      { weight: 1, arbitrary: fc.constantFrom('\t', ' ', 'é', 'ÿ', '\u0080', '\u009f', '\u2028', '😀', '\ufeff') },
    ),
    { maxLength: 10 },
  )
  .map((pieces) => pieces.join(''));
/** Any text: control characters, NUL and halves of surrogate pairs too. */
const anyText = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fieldText },
      { weight: 2, arbitrary: fc.integer({ min: 0, max: 0x1f }).map((code) => String.fromCharCode(code)) },
      { weight: 1, arbitrary: fc.constantFrom('\n', '\r\n', '\0', '\x7f', '\ud83d', '\udc00', '\n# ', '\nid\n', '\\\n', "'\n'") },
    ),
    { maxLength: 5 },
  )
  .map((pieces) => pieces.join(''));
/** What a variable of a shell can hold. */
const secretText = anyText.map((text) => text.toWellFormed().replaceAll('\0', ''));
const fieldSecret = fieldText.map((text) => text.toWellFormed());

const pieces = (literal: fc.Arbitrary<string>, secret: fc.Arbitrary<RandomPiece>): fc.Arbitrary<readonly RandomPiece[]> =>
  fc.array(
    fc.oneof(
      { weight: 8, arbitrary: literal.map((text): RandomPiece => ({ text, secret: 'no' })) },
      { weight: 1, arbitrary: secret },
    ),
    {
      minLength: 1,
      maxLength: 3,
    },
  );
const secretOf = (text: fc.Arbitrary<string>, ...kinds: readonly RandomPiece['secret'][]): fc.Arbitrary<RandomPiece> =>
  fc.record({ text, secret: fc.constantFrom(...kinds) });

const name = fc
  .oneof(
    { weight: 5, arbitrary: fc.string({ unit: fc.constantFrom(...token), minLength: 1, maxLength: 8 }) },
    {
      weight: 3,
      arbitrary: fc.constantFrom(
        'Accept',
        'accept',
        'User-Agent',
        'Content-Type',
        'content-type',
        'Cookie',
        'Authorization',
        'Referer',
        'Accept-Encoding',
        'Cache-Control',
        'Postman-Token',
        'If-Match',
        'constructor',
        'toString',
        'valueOf',
        '1',
        '0',
        'Range',
        'TE',
        'Origin',
        'Date',
      ),
    },
  )
  .filter(
    (text) =>
      ![
        'host',
        'content-length',
        'transfer-encoding',
        'connection',
        'expect',
        '__proto__',
        'upgrade',
        'trailer',
        'keep-alive',
      ].includes(text.toLowerCase()),
  );
const field = fc.tuple(
  name,
  fc.oneof(
    { weight: 9, arbitrary: pieces(fieldText, secretOf(fieldSecret, 'plain', 'plain', 'json')) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(secretOf(secretText, 'pair', 'base64'))
        .map(([piece]): readonly RandomPiece[] => [{ text: 'Basic ', secret: 'no' }, piece]),
    },
  ),
);

const bodyPieces = pieces(anyText, secretOf(secretText, 'plain', 'json', 'form', 'base64', 'xml'));
const padding = fc.constantFrom(...Array<number>(60).fill(0), 98_290, 131_070, 300_000);
const body = fc.oneof(
  { weight: 3, arbitrary: fc.constant({ kind: 'none' as const }) },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('text' as const), pieces: bodyPieces, padding }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('bytes' as const), bytes: fc.uint8Array({ maxLength: 40 }) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('multipart' as const),
      parts: fc.array(
        fc.record({
          name: anyText,
          filename: fc.option(anyText, { nil: undefined }),
          content: fc.oneof(bodyPieces, fc.uint8Array({ maxLength: 20 })),
        }),
        { maxLength: 3 },
      ),
    }),
  },
);

const targetShape = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom('', '?', '/', '/?', '//', '/..', '/?&', '/?&&a', '/?a&b=&=c&') },
  { weight: 2, arbitrary: urlText('\\?').map((path) => `/${path}`) },
  { weight: 4, arbitrary: fc.tuple(urlText('\\?'), urlText('')).map(([path, query]) => `/${path}?${query}`) },
  { weight: 1, arbitrary: urlText('').map((query) => `?${query}`) },
);

export const randomRequest = fc.record({
  method,
  target: targetShape,
  /** Appended to the query. */
  urlSecret: fc.option(secretOf(secretText, 'form'), { freq: 9, nil: undefined }),
  // Of two fields named constructor Newman dies, which is in the table of divergences.
  headers: fc.array(field, { maxLength: 5 }).filter((fields) => fields.filter(([key]) => key === 'constructor').length < 2),
  body,
});
