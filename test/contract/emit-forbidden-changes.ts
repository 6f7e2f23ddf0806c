import fc from 'fast-check';
import type { RequestSpec } from '../../src/model/request-spec.ts';
import type { Text, Variable } from '../../src/model/text.ts';

/** A change to a request that makes it one that HTTP forbids; `secret` is the value of the variable `bad` that it puts in. */
export interface ForbiddenChange {
  readonly secret?: string;
  readonly apply: (request: RequestSpec) => RequestSpec;
}

const bad: Variable = { name: 'bad', from: ['CREDENTIAL.bad'], encodings: [] };
const control = fc.integer({ min: 0, max: 0x20 }).map((code) => String.fromCharCode(code === 9 ? 0x7f : code));
const beyond = fc
  .integer({ min: 0x80, max: 0x10ffff })
  .filter((code) => code < 0xd800 || code > 0xdfff)
  .map((code) => String.fromCodePoint(code));
const separator = fc.constantFrom(...'()<>@,;:\\"/[]?={} ', '\t', '\r\n');

const notInUrl = fc.oneof(control, beyond, fc.constantFrom('#', ' ', '\r\nX: 1'));
const notInField = control.map((character) => (character === ' ' ? '\n' : character));
const notInToken = fc.oneof(control, beyond, separator);
const position = fc.nat({ max: 6 });

const withUrl = (url: (text: Text) => Text) => (request: RequestSpec) => ({ ...request, url: url(request.url) });
const withField = (name: string, value: Text) => (request: RequestSpec) => ({
  ...request,
  headers: [...request.headers, [name, value] as const],
});
const spliced = (character: string, at: number): string => `${'x'.repeat(at)}${character}${'y'.repeat(6 - at)}`;

/** Every position of a request, literal and through a secret. */
export const forbiddenChange: fc.Arbitrary<ForbiddenChange> = fc.oneof(
  fc
    .tuple(notInToken, position)
    .map(([character, at]) => ({ apply: (request: RequestSpec) => ({ ...request, method: spliced(character, at) }) })),
  fc.constantFrom('', 'CONNECT').map((method) => ({ apply: (request: RequestSpec) => ({ ...request, method }) })),
  fc.tuple(notInUrl, position).map(([character, at]) => ({ apply: withUrl((url) => [...url, spliced(character, at)]) })),
  fc
    .constantFrom(
      '',
      'ftp://h/',
      '//h/',
      '/path',
      'h',
      'http:/h/',
      'https://user:pass@h/',
      'http://u@h',
      'http://',
      'http:///x',
      'http://h:x/',
      'http://a b/',
      'http://a\\@b/',
      'http://a\\b/',
      'file:///etc/passwd',
      'http://[::1/',
      'http://{{x}}/',
    )
    .map((url) => ({ apply: withUrl(() => (url === '' ? [] : [url])) })),
  notInUrl.map((secret) => ({ secret, apply: withUrl((url) => [...url, '/', bad]) })),
  fc.constantFrom('', '://h/', '@h').map((secret) => ({ secret, apply: withUrl(() => [bad, '/x']) })),
  fc.constantFrom('@h', ':x', '\\').map((secret) => ({ secret, apply: withUrl(() => ['http://', bad, '/x']) })),
  fc.tuple(notInToken, position).map(([character, at]) => ({ apply: withField(spliced(character, at), ['x']) })),
  fc.constant({ apply: withField('', ['x']) }),
  fc.tuple(notInField, position).map(([character, at]) => ({ apply: withField('X-Field', [spliced(character, at)]) })),
  notInField.map((secret) => ({ secret, apply: withField('X-Field', ['a ', bad]) })),
);
