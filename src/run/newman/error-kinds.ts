import type { ClientError, ClientErrorKind } from '../../model/outcome.ts';

const KINDS: Readonly<Record<string, ClientErrorKind>> = {
  ENOTFOUND: 'dns',
  EAI_AGAIN: 'dns',
  EAI_FAIL: 'dns',
  EAI_NODATA: 'dns',
  EAI_NONAME: 'dns',
  ECONNREFUSED: 'connect',
  EHOSTUNREACH: 'connect',
  ENETUNREACH: 'connect',
  EHOSTDOWN: 'connect',
  ENETDOWN: 'connect',
  EADDRNOTAVAIL: 'connect',
  EACCES: 'connect',
  EPERM: 'connect',
  ERR_PROXY_CONNECT: 'connect',
  ETIMEDOUT: 'timeout',
  ESOCKETTIMEDOUT: 'timeout',
  ECONNRESET: 'protocol',
  EPIPE: 'protocol',
  HPE_HEADER_OVERFLOW: 'too-large',
  EPROTO: 'tls',
  CERT_HAS_EXPIRED: 'tls',
  CERT_NOT_YET_VALID: 'tls',
  CERT_REVOKED: 'tls',
  CERT_UNTRUSTED: 'tls',
  CERT_REJECTED: 'tls',
  CERT_CHAIN_TOO_LONG: 'tls',
  CERT_SIGNATURE_FAILURE: 'tls',
  INVALID_CA: 'tls',
  INVALID_PURPOSE: 'tls',
  HOSTNAME_MISMATCH: 'tls',
};

/** Families of codes: Node's HTTP parser, zlib and brotli, OpenSSL and its certificate checks. */
const FAMILIES: readonly (readonly [RegExp, ClientErrorKind])[] = [
  [/^HPE_/, 'protocol'],
  [/^Z_|^ERR__|^ERR_BROTLI/, 'protocol'],
  [/^ERR_(?:TLS|SSL)_/, 'tls'],
  [/(?:_CERT|_ISSUER|_CHAIN|_CERT_LOCALLY|LEAF_SIGNATURE)/, 'tls'],
];

/** Codes that mean that our own certificate or key is at fault, not the server. */
const OWN_TLS = /^ERR_OSSL_/;

interface NewmanFailure {
  /** Empty where the error has none. */
  readonly code: string;
  readonly message: string;
  /** Whether an answer with a redirect came before: what is wrong with the address then is the server's doing. */
  readonly redirected: boolean;
  /** Whether the connection broke while TLS was being agreed on. */
  readonly securing: boolean;
}

/** Says what kind of failure an error of Newman is, by its code or, where it has none, by its message. */
export function classifyNewmanError({ code, message, redirected, securing }: NewmanFailure): ClientError {
  const error = (kind: ClientErrorKind, conclusive = true): ClientError => ({
    kind,
    conclusive,
    code: code === '' ? 'newman' : code,
    message,
  });
  if (/^Exceeded maxRedirects/.test(message)) return error('redirects');
  if (code === 'HPE_INVALID_CONTENT_LENGTH' && /overflow/.test(message)) return error('too-large');
  if (/^SSL Error:/.test(message)) return error('tls');
  if (/^Invalid (?:protocol|URI)/.test(message)) return redirected ? error('redirects') : error('other', false);
  if (code === 'ECONNRESET' && (securing || /before secure TLS connection/.test(message))) return error('tls');
  if (OWN_TLS.test(code)) return error('tls', false);
  const kind = KINDS[code] ?? FAMILIES.find(([family]) => family.test(code))?.[1];
  return kind === undefined ? error('other', false) : error(kind);
}
