import fc from 'fast-check';
import type { BodySpec, Part } from '../../src/model/request-spec.ts';
import type { Encoding, Text, Variable } from '../../src/model/text.ts';
import type { ExpectedRequest } from './emit-hostile-requests.ts';
import { hostilePolicy } from './emit-hostile-requests.ts';
import type { BatchRequest } from './emit-send-batch.ts';

/** A random request that HTTP allows, before it has a server. */
export type RandomRequest = typeof randomRequest extends fc.Arbitrary<infer Drawn> ? Drawn : never;

/** A piece of text as drawn: literal, or a secret with what is done to it. */
interface Piece {
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
  '${HOME}',
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

const pieces = (literal: fc.Arbitrary<string>, secret: fc.Arbitrary<Piece>): fc.Arbitrary<readonly Piece[]> =>
  fc.array(
    fc.oneof({ weight: 8, arbitrary: literal.map((text): Piece => ({ text, secret: 'no' })) }, { weight: 1, arbitrary: secret }),
    {
      minLength: 1,
      maxLength: 3,
    },
  );
const secretOf = (text: fc.Arbitrary<string>, ...kinds: readonly Piece['secret'][]): fc.Arbitrary<Piece> =>
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
        .map(([piece]): readonly Piece[] => [{ text: 'Basic ', secret: 'no' }, piece]),
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

export interface AddressedRequest extends BatchRequest {
  readonly drawn: RandomRequest;
  /** Whether a field's value is only a secret that is empty: a command cannot know that, and curl leaves the field out. */
  readonly hasBlankSecret: boolean;
  readonly expected: ExpectedRequest;
}

/** Addresses a drawn request to a server, and says in its own way what has to arrive there. */
export function addressRequest(drawn: RandomRequest, origin: string, server: number): AddressedRequest {
  const values = new Map<string, string>();
  const texts = { values, prefix: `v${server}` };
  const { body: drawnBody } = drawn;
  const secret =
    drawn.urlSecret === undefined
      ? []
      : [{ text: drawn.target.includes('?') ? '&s=' : '?s=', secret: 'no' as const }, drawn.urlSecret];
  const written = drawn.target.startsWith('/') ? drawn.target : `/${drawn.target}`;
  const { body, bytes } = writeBody(drawnBody, texts);
  return {
    drawn,
    server,
    request: {
      method: drawn.method,
      url: asText([{ text: origin + drawn.target, secret: 'no' }, ...secret], texts),
      headers: drawn.headers.map(([key, value]) => [key, asText(value, texts)]),
      body,
      policy: hostilePolicy,
    },
    values,
    hasBlankSecret: drawn.headers.some(([, value]) => value.some(({ secret }) => secret !== 'no') && asSent(value).trim() === ''),
    expected: {
      method: drawn.method,
      target: written + asSent(secret),
      headers: joinedCookies(drawn.headers.map(([key, value]) => [key.toLowerCase(), asSent(value)])).map(([key, value]) => [
        key,
        Buffer.from(value)
          .toString('latin1')
          .replace(/^[ \t]+|[ \t]+$/g, ''),
      ]),
      body: bytes,
    },
  };
}

interface Texts {
  readonly values: Map<string, string>;
  readonly prefix: string;
}

function asText(drawn: readonly Piece[], { values, prefix }: Texts): Text {
  const text: (string | Variable)[] = [];
  for (const { text: value, secret } of drawn) {
    const last = text.at(-1);
    if (secret === 'no') {
      if (typeof last === 'string') text[text.length - 1] = last + value;
      else if (value !== '') text.push(value);
      continue;
    }
    const key = `${prefix}_${values.size}`;
    values.set(key, value);
    const leaf: Variable = {
      name: key,
      from: [`CREDENTIAL.${key}`],
      encodings: secret === 'plain' || secret === 'pair' ? [] : [secret],
    };
    text.push(secret === 'pair' ? { name: `${key}_pair`, from: leaf.from, encodings: ['base64'], of: ['user:', leaf] } : leaf);
  }
  return text;
}

const encoders = {
  no: (text: string) => text,
  plain: (text: string) => text,
  json: (text: string) => JSON.stringify(text).slice(1, -1),
  form: (text: string) =>
    encodeURIComponent(text)
      .replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
      .replaceAll('%20', '+'),
  base64: (text: string) => Buffer.from(text).toString('base64'),
  xml: (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
  pair: (text: string) => Buffer.from(`user:${text}`).toString('base64'),
};

function asSent(drawn: readonly Piece[]): string {
  return drawn.map(({ text, secret }) => encoders[secret](text)).join('');
}

/** RFC 6265, section 5.4: one field with all cookies. */
function joinedCookies(fields: readonly (readonly [string, string])[]): readonly (readonly [string, string])[] {
  const cookies = fields.filter(([key]) => key === 'cookie');
  if (cookies.length < 2) return fields;
  return [...fields.filter(([key]) => key !== 'cookie'), ['cookie', cookies.map(([, value]) => value).join('; ')]];
}

function writeBody(drawn: RandomRequest['body'], texts: Texts): { readonly body: BodySpec; readonly bytes: Buffer } {
  switch (drawn.kind) {
    case 'none':
      return { body: drawn, bytes: Buffer.alloc(0) };
    case 'bytes':
      return { body: drawn, bytes: Buffer.from(drawn.bytes) };
    case 'text': {
      const all: readonly Piece[] = [...drawn.pieces, { text: 'x'.repeat(drawn.padding), secret: 'no' }];
      return { body: { kind: 'text', text: asText(all, texts) }, bytes: textBytes(all) };
    }
    case 'multipart': {
      const boundary = 'the-boundary';
      const quoted = (text: string) => text.replaceAll('"', '%22').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
      const parts = drawn.parts.map(({ name: key, filename, content }) => {
        const file = filename === undefined ? '' : `; filename="${quoted(filename)}"`;
        const part: Part = {
          name: key === '' ? [] : [key],
          ...(filename === undefined ? {} : { filename: filename === '' ? [] : [filename] }),
          headers: [['Content-Type', 'text/x; a="b"']],
          content: content instanceof Uint8Array ? content : asText(content, texts),
        };
        const head = `--${boundary}\r\nContent-Disposition: form-data; name="${quoted(key)}"${file}\r\nContent-Type: text/x; a="b"\r\n\r\n`;
        const sent = content instanceof Uint8Array ? Buffer.from(content) : textBytes(content);
        return { part, bytes: Buffer.concat([Buffer.from(head), sent, Buffer.from('\r\n')]) };
      });
      return {
        body: { kind: 'multipart', boundary, parts: parts.map(({ part }) => part) },
        bytes: Buffer.concat([...parts.map(({ bytes }) => bytes), Buffer.from(`--${boundary}--\r\n`)]),
      };
    }
  }
}

/** Adjacent literals are one string of the action: the halves of a surrogate pair in them belong together. */
function textBytes(drawn: readonly Piece[]): Buffer {
  const runs: string[] = [];
  let wasLiteral = false;
  for (const piece of drawn) {
    const sent = encoders[piece.secret](piece.text);
    if (wasLiteral && piece.secret === 'no') runs[runs.length - 1] += sent;
    else runs.push(sent);
    wasLiteral = piece.secret === 'no';
  }
  return Buffer.concat(runs.map((run) => Buffer.from(run, 'utf8')));
}
