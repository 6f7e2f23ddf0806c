import { proxyAuthorization } from './proxy-authorization.ts';

/** Reads the address of a proxy; throws where it is not an `http:` or `https:` proxy, the only kinds that Newman can use. */
export function readProxy(address: string | undefined): URL | undefined {
  if (address === undefined) return undefined;
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:') {
    throw new Error(`Postman cannot use the proxy ‹${url?.host ?? 'unreadable address'}›: it is not an http or https proxy`);
  }
  // Fails here, and not in the middle of a request, where the user in the address is not well encoded.
  proxyAuthorization(url);
  return url;
}
