import type { RequestSpec } from '../../model/request-spec.ts';
import type { Text } from '../../model/text.ts';
import { looksRandom } from '../search/everyday.ts';
import { fieldName, type LiteralSecret } from './literal-secret.ts';
import { secretsInField } from './secrets-in-field.ts';
import { pairsIn } from './secrets-in-options.ts';
import { secretsInText } from './secrets-in-text.ts';
import { isSensitiveName } from './sensitive-name.ts';

/** A field of a request by which an API takes its credential. */
interface CredentialField {
  /** The address of the request; U+FFFC stands where a named secret is. */
  readonly url: string;
  readonly place: 'header' | 'query';
  readonly name: string;
}

/** True where the API at that address is known to take a credential there. */
export type IsCredentialField = (field: CredentialField) => boolean;

/** Names that hold a key in a query, and everything else elsewhere: only what looks like a token counts. */
const doubtful: ReadonlySet<string> = new Set(['key', 'code', 'hash', 'h', 't', 'k', 'access', 'subscription']);

/** Secrets that stand in the request as text: by the names of fields, by what is known of the host, and by shape. */
export function secretsInRequest(request: RequestSpec, isCredentialField: IsCredentialField): readonly LiteralSecret[] {
  const url = plainText(request.url);
  const query = url.includes('?') ? url.slice(url.indexOf('?')) : '';
  const found: LiteralSecret[] = [];
  const add = (path: readonly string[], values: readonly string[]): void => {
    const field = fieldName(path);
    found.push(...values.map((value) => ({ secret: { label: `value of ${field}`, value }, field, origin: 'computed' as const })));
  };
  for (const [name, text] of request.headers) {
    const isSecret = isSensitiveName(name) || isCredentialField({ url, place: 'header', name });
    for (const value of literals(text))
      add(['headers', name], [...(isSecret ? secretsInField(name, value, text.length > 1) : []), ...secretsInText(value)]);
  }
  for (const [name, value] of pairsIn(query)) {
    const isSecret =
      isSensitiveName(name) ||
      isCredentialField({ url, place: 'query', name }) ||
      (doubtful.has(name.toLowerCase()) && looksRandom(value));
    if (isSecret) add(['url', name], secretsInField(name, value.replaceAll(hole, ''), value.includes(hole)));
  }
  add(['url'], secretsInText(url).filter(isLiteral));
  add(['proxy'], secretsInText(plainText(request.policy.proxy ?? [])).filter(isLiteral));
  for (const [name, text] of bodyTexts(request.body)) {
    const plain = plainText(text);
    if (name !== '' && isSensitiveName(name))
      add(
        ['body', name],
        literals(text).flatMap((value) => secretsInField(name, value, text.length > 1)),
      );
    for (const [key, value] of pairsIn(plain))
      if (isSensitiveName(key)) add(['body', key], secretsInField(key, value.replaceAll(hole, ''), value.includes(hole)));
    add(['body'], secretsInText(plain).filter(isLiteral));
  }
  return found;
}

/** Stands where a named secret is. */
const hole = '\ufffc';

function plainText(text: Text): string {
  return text.map((piece) => (typeof piece === 'string' ? piece : hole)).join('');
}

function literals(text: Text): readonly string[] {
  return text.filter((piece) => typeof piece === 'string');
}

function isLiteral(value: string): boolean {
  return !value.includes(hole);
}

function bodyTexts(body: RequestSpec['body']): readonly (readonly [name: string, text: Text])[] {
  switch (body.kind) {
    case 'none':
      return [];
    case 'text':
      return [['', body.text]];
    case 'form':
      return [['', body.text], ...body.fields.map(([name, value]) => [plainText(name), value ?? []] as const)];
    case 'multipart':
      return body.parts.map(
        ({ name, content }) =>
          [plainText(name), content instanceof Uint8Array ? [Buffer.from(content).toString('latin1')] : content] as const,
      );
    case 'bytes':
      return [['', [Buffer.from(body.bytes).toString('latin1')]]];
    default:
      return body satisfies never;
  }
}
