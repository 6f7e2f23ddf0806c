import { domainToASCII } from 'node:url';
import type { Holes } from './dig-holes.ts';

/**
 * Host and port for the wire: a name outside of ASCII in its IDNA form (RFC 5890), an empty port left out, the rest as written.
 * Undefined where no host can be called so; a part that a variable stands in is not judged.
 */
export function hostAndPort(authority: string, holes: Holes): string | undefined {
  const [, host = '', , port = ''] = /^(\[[^\]]*\]|[^:]*)(:(.*))?$/s.exec(authority) ?? [];
  const hasHole = (part: string) => Array.from(part).some(holes.isHole);
  if (!hasHole(port) && !(/^\d*$/.test(port) && Number(port) <= 65_535)) return undefined;
  const written = hasHole(host) ? host : asciiHost(host);
  if (written === undefined) return undefined;
  return port === '' ? written : `${written}:${port}`;
}

const REGISTERED_NAME = /^[a-zA-Z0-9._~!$&'()*+,;=-]+$/;

function asciiHost(host: string): string | undefined {
  if (REGISTERED_NAME.test(host)) return host;
  if (host.startsWith('[')) return URL.canParse(`http://${host}/`) ? host : undefined;
  const ascii = domainToASCII(host);
  return REGISTERED_NAME.test(ascii) ? ascii : undefined;
}
