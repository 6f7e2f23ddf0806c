import type { SentMessage } from '../../model/outcome.ts';

const signatureFields: ReadonlySet<string> = new Set(['authorization', 'x-amz-date', 'x-amz-content-sha256']);

/**
 * Says why a header field differs where both messages are signed for AWS (Signature Version 4) with one key for one region and service: each
 * client signs at its own moment, over the fields it chooses. Undefined for other fields, and where the key or the scope differs.
 */
export function signatureNoise(left: SentMessage, right: SentMessage): (name: string) => string | undefined {
  const mine = signatureScope(left);
  const isAlike = mine !== undefined && mine === signatureScope(right);
  return (name) => (isAlike && signatureFields.has(name) ? 'each client signs for AWS at its own moment' : undefined);
}

/** Key, region and service of the signature, without its day. */
function signatureScope({ headers }: SentMessage): string | undefined {
  const value = headers.find(([name]) => name.toLowerCase() === 'authorization')?.[1] ?? '';
  const [, key, scope] = /^AWS4-HMAC-SHA256 Credential=([^/,\s]+)\/\d{8}\/([^,\s]+)/u.exec(value) ?? [];
  return key === undefined || scope === undefined ? undefined : `${key}/${scope}`;
}
