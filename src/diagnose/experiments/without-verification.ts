import type { RequestSpec } from '../../model/request-spec.ts';
import { asSafe } from '../edit-request.ts';
import type { CredentialUse } from '../evidence/credentials/credential-use.ts';
import { splitUrl } from '../working/url-parts.ts';

const HARMLESS: ReadonlySet<string> = new Set(['user-agent', 'accept', 'accept-encoding']);

/** A GET of the same address, without its query, body, credentials and own headers, that does not check the certificate. A path with a secret in it is left out. */
export function withoutVerification(request: RequestSpec, uses: readonly CredentialUse[]): RequestSpec {
  const { base } = splitUrl(request.url);
  const [first = ''] = base.filter((piece) => typeof piece === 'string');
  const isSecret = uses.some(({ place }) => place === 'path');
  const url = isSecret ? (/^https?:\/\/[^/]+\//i.exec(first)?.[0] ?? first) : base.join('');
  const { signature: _, ...bare } = asSafe(request, 'GET');
  const headers = request.headers.filter(
    ([name, value]) => HARMLESS.has(name.toLowerCase()) && value.every((piece) => typeof piece === 'string'),
  );
  return { ...bare, url: [url], headers, policy: { ...request.policy, tls: { ...request.policy.tls, verify: false } } };
}
