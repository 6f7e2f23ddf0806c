import type { ConfigOption } from './config.ts';

/**
 * Options of which it is known that they touch their own transfer only. Client certificates, proxies, cookie jars, schemes with a
 * handshake of their own, and bodies are not among them.
 */
const CONTAINED = new Set([
  'url',
  'header',
  'head',
  'request',
  'user',
  'user-agent',
  'http1.1',
  'globoff',
  'path-as-is',
  'compressed',
  'no-compressed',
  'proto',
  'location',
  'location-trusted',
  'no-location',
  'max-redirs',
  'max-time',
  'insecure',
  'cacert',
]);
const SAFE = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE']);

/**
 * Whether a request may be done by a process of curl that does others too. Only one that may be sent again (RFC 9110, section 9.2.1): if
 * the process ends before its time, it is.
 */
export function canShareProcess(options: readonly ConfigOption[]): boolean {
  const urls = options.filter(({ name }) => name === 'url');
  return (
    urls.length === 1 && options.every(({ name, value }) => CONTAINED.has(name) && (name !== 'request' || SAFE.has(value ?? '')))
  );
}
