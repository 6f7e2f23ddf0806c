import type { RequestSpec } from '../../model/request-spec.ts';
import { withoutHeader } from '../edit-request.ts';
import type { CredentialUse } from '../evidence/credentials/credential-use.ts';
import { joinUrl, splitUrl } from '../working/url-parts.ts';

/** The request without any credential; null where it has none that can be left out. */
export function withoutCredential(request: RequestSpec, uses: readonly CredentialUse[]): RequestSpec | null {
  const removable = uses.filter(({ place }) => place === 'header' || place === 'query' || place === 'signature');
  if (removable.length === 0) return null;
  return removable.reduce(withoutUse, request);
}

/** The request without one use of a credential. */
export function withoutUse(request: RequestSpec, use: CredentialUse): RequestSpec {
  switch (use.place) {
    case 'header':
      return withoutHeader(request, use.name);
    case 'query': {
      const { base, parameters } = splitUrl(request.url);
      return { ...request, url: joinUrl({ base, parameters: parameters.filter(({ name }) => name !== use.name) }) };
    }
    case 'signature': {
      const { signature: _, ...rest } = request;
      return rest;
    }
    case 'path':
    case 'body':
      return request;
    default:
      return use.place satisfies never;
  }
}
