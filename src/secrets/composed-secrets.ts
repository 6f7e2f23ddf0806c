import { textValue } from '../emit/text-value.ts';
import type { RequestSpec } from '../model/request-spec.ts';
import type { SecretValues, Text, Variable } from '../model/text.ts';
import type { Secret } from './secret.ts';

/** The secrets that a request composes of others (`user:password` for Basic), each before its encodings; what has no value is left out. */
export function composedSecrets(request: RequestSpec, values: SecretValues): readonly Secret[] {
  const composed = textsOf(request).flatMap((text) =>
    text.filter((piece): piece is Variable => typeof piece !== 'string' && piece.of !== undefined),
  );
  return composed.flatMap(({ from, of = [] }) =>
    of.every((piece) => typeof piece === 'string' || values.has(piece.name))
      ? [{ label: from.join(' + '), value: textValue(of, values) }]
      : [],
  );
}

function textsOf({ url, headers, body, policy }: RequestSpec): readonly Text[] {
  return [url, ...headers.map(([, value]) => value), policy.proxy ?? [], ...bodyTexts(body)];
}

function bodyTexts(body: RequestSpec['body']): readonly Text[] {
  if (body.kind === 'text' || body.kind === 'form') return [body.text];
  return body.kind === 'multipart' ? body.parts.flatMap(({ content }) => (content instanceof Uint8Array ? [] : [content])) : [];
}
