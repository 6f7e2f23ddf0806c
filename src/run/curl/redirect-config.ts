import type { Exchange } from '../../model/outcome.ts';
import type { ConfigOption } from './config.ts';

/** How redirects are followed where curl cannot be told the rule (`--location` repeats the method that `--request` names). */
export interface FollowedRedirects {
  readonly follow: boolean;
  /** How many redirects are followed; one more is an error. */
  readonly limit: number;
  /** Whether `Authorization` goes along to another host. */
  readonly keepAuthorization: boolean;
}

/** The address that an answer redirects to, or undefined where it does not; an address that cannot be read is given as it is. */
export function redirectTarget({ sent, received }: Exchange): string | undefined {
  if (received.status < 300 || received.status > 399) return undefined;
  const location = received.headers.find(([name]) => name.toLowerCase() === 'location')?.[1];
  if (location === undefined || location === '') return undefined;
  if (!URL.canParse(location, sent.url)) return location;
  const target = new URL(location, sent.url);
  target.hash = '';
  return target.href;
}

const BODY_OPTIONS = new Set([
  'data',
  'data-ascii',
  'data-binary',
  'data-raw',
  'data-urlencode',
  'json',
  'form',
  'form-string',
  'upload-file',
  'request',
  'get',
]);
const BODY_HEADERS = new Set(['content-type', 'content-length', 'transfer-encoding', 'content-encoding', 'expect']);
const CREDENTIAL_OPTIONS = new Set([
  'user',
  'oauth2-bearer',
  'aws-sigv4',
  'cookie',
  'basic',
  'digest',
  'ntlm',
  'negotiate',
  'anyauth',
]);
const CREDENTIAL_HEADERS = new Set(['authorization', 'cookie']);

/**
 * Gives the options of the request that follows a redirect to `target`. Every status but 307 and 308 turns a method that is not HEAD or
 * OPTIONS into GET without a body (RFC 9110, section 15.4, as Tines does it); another scheme, host or port loses the credentials, as in curl.
 */
export function followRedirect(
  options: readonly ConfigOption[],
  { exchange, target, keepAuthorization }: FollowStep,
): readonly ConfigOption[] {
  const keepsMethod = [307, 308].includes(exchange.received.status) || ['GET', 'HEAD', 'OPTIONS'].includes(exchange.sent.method);
  const keepsBody = [307, 308].includes(exchange.received.status);
  const [from, to] = [new URL(exchange.sent.url), new URL(target)];
  const sameHost = from.host === to.host;
  const keepsCredentials = keepAuthorization || (sameHost && from.protocol === to.protocol);
  return options.flatMap((option): ConfigOption[] => {
    const header = option.name === 'header' ? headerName(option.value ?? '') : undefined;
    if (option.name === 'url') return [{ name: 'url', value: target }];
    if (!keepsBody && (option.name === 'request' ? !keepsMethod : BODY_OPTIONS.has(option.name))) return [];
    if (!keepsBody && header !== undefined && BODY_HEADERS.has(header)) return [];
    if (!keepsCredentials && (CREDENTIAL_OPTIONS.has(option.name) || (header !== undefined && CREDENTIAL_HEADERS.has(header))))
      return [];
    if (!sameHost && header === 'host') return [];
    return [option];
  });
}

interface FollowStep {
  readonly exchange: Exchange;
  readonly target: string;
  readonly keepAuthorization: boolean;
}

function headerName(line: string): string {
  return (/^[^:;]*/.exec(line)?.[0] ?? '').trim().toLowerCase();
}
