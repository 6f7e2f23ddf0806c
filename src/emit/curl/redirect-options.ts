import type { Loss, RequestSpec } from '../../model/request-spec.ts';
import type { CurlOption } from './curl-command.ts';

/**
 * `--location` where curl then does what Tines does: 301, 302 and 303 lead to a GET without the body, 307 and 308 repeat the request.
 * curl repeats every method that it was told by `--request`, so for PUT, PATCH, DELETE and the like redirects are not followed, and the loss is declared.
 */
export function redirectOptions({ method, body, policy }: RequestSpec): {
  readonly options: readonly CurlOption[];
  readonly losses: readonly Loss[];
} {
  const { follow, limit, keepAuthorization } = policy.redirects;
  if (!follow) return { options: [], losses: [] };
  if (!repeatsRightly(method, body.kind !== 'none')) {
    const text =
      `Tines follows a 301, 302 or 303 with a GET; curl would send ${method} again, so this command does not follow redirects` +
      ` (with 307 and 308 it would be right to add --location)`;
    return { options: [], losses: [{ artifact: 'curl', feature: 'redirects', text }] };
  }
  return {
    options: [{ name: keepAuthorization ? 'location-trusted' : 'location' }, { name: 'max-redirs', value: [String(limit)] }],
    losses: [],
  };
}

function repeatsRightly(method: string, hasBody: boolean): boolean {
  return method === 'GET' || method === 'POST' || (!hasBody && (method === 'HEAD' || method === 'OPTIONS'));
}
