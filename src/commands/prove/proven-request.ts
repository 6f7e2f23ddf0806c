import type { RequestSpec } from '../../model/request-spec.ts';
import type { SecretValues, Text, Variable } from '../../model/text.ts';

/** A request that goes to the recording server in place of the real one, with values for its secrets that nobody uses. */
export interface ProvenRequest {
  readonly request: RequestSpec;
  readonly values: SecretValues;
}

const patienceSeconds = 20;

/**
 * The same request for the server at `origin` (`http://127.0.0.1:PORT`): method, target, fields and body stay, every secret gets a made-up
 * value full of characters that are hard to quote, and what only a real server needs (proxy, certificates) is left out.
 */
export function provenRequest(request: RequestSpec, origin: string): ProvenRequest {
  const { policy, ...rest } = request;
  const { proxy: _, ...kept } = policy;
  const { url, values } = addressUrl(request.url, origin);
  return {
    request: { ...rest, url, policy: { ...kept, tls: { verify: true }, timeoutSeconds: patienceSeconds } },
    values: new Map([...makeUpValues(request), ...values]),
  };
}

/** A secret that holds the whole origin stays a secret, whose made-up value is the server's; other secrets in the host are left out. */
function addressUrl(url: Text, origin: string): { readonly url: Text; readonly values: SecretValues } {
  const [first, next, ...rest] = url;
  const endsHere = next === undefined || (typeof next === 'string' && /^[/?]/.test(next));
  if (first !== undefined && typeof first !== 'string' && first.of === undefined && first.encodings.length === 0 && endsHere) {
    return { url, values: new Map([[first.name, origin]]) };
  }
  const match = typeof first === 'string' ? /^https?:\/\/[^/?]*(?=[/?])/i.exec(first) : null;
  if (typeof first === 'string' && match !== null)
    return { url: [origin + first.slice(match[0].length), ...url.slice(1)], values: new Map() };
  // The host goes on in later pieces, up to the first / or ? that is written out.
  const end = [next, ...rest].findIndex((piece) => typeof piece === 'string' && /[/?]/.test(piece));
  const last = end < 0 ? undefined : url[end + 1];
  if (typeof last !== 'string') return { url: [origin], values: new Map() };
  return { url: [origin + last.slice(last.search(/[/?]/)), ...url.slice(end + 2)], values: new Map() };
}

function makeUpValues(request: RequestSpec): SecretValues {
  const plain = new Set([...namesIn(request.url), ...signatureNames(request)]);
  const names = new Set([...plain, ...textsOf(request).flatMap(namesIn)]);
  return new Map(
    [...names].map((name, index) => [
      name,
      plain.has(name) ? `made-up-${index}` : `made-up-${index} "$HOME" 'x' \`id\` \\ %41 {{x}} <&>`,
    ]),
  );
}

function signatureNames({ signature }: RequestSpec): readonly string[] {
  if (signature === undefined) return [];
  return [signature.accessKey, signature.secretKey, signature.sessionToken ?? []].flatMap(namesIn);
}

function textsOf({ headers, body }: RequestSpec): readonly Text[] {
  const fields = headers.map(([, value]) => value);
  switch (body.kind) {
    case 'text':
    case 'form':
      return [...fields, body.text];
    case 'multipart':
      return [
        ...fields,
        ...body.parts.flatMap(({ name, filename = [], content }) => [
          name,
          filename,
          ...(content instanceof Uint8Array ? [] : [content]),
        ]),
      ];
    default:
      return fields;
  }
}

function namesIn(text: Text): readonly string[] {
  return text.flatMap((piece) => (typeof piece === 'string' ? [] : leavesOf(piece)));
}

/** A composed variable has no value of its own. */
function leavesOf({ name, of }: Variable): readonly string[] {
  return of === undefined ? [name] : namesIn(of);
}
