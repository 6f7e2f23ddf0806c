import type { ClientError, ClientErrorKind } from '../../model/outcome.ts';

interface Meaning {
  readonly kind: ClientErrorKind;
  /** False where curl did not get as far as the server: a wrong option, a missing file. */
  readonly conclusive: boolean;
}

const said = (kind: ClientErrorKind): Meaning => ({ kind, conclusive: true });
const own = (kind: ClientErrorKind): Meaning => ({ kind, conclusive: false });

/** What curl's exit statuses mean (curl manual, EXIT CODES); one that is not here tells nothing about the server. */
const MEANINGS: Readonly<Record<number, Meaning>> = {
  1: said('protocol'),
  5: said('dns'),
  6: said('dns'),
  7: said('connect'),
  8: said('protocol'),
  16: said('protocol'),
  18: said('protocol'),
  28: said('timeout'),
  35: said('tls'),
  47: said('redirects'),
  51: said('tls'),
  52: said('protocol'),
  53: own('tls'),
  54: own('tls'),
  55: said('protocol'),
  56: said('protocol'),
  58: own('tls'),
  59: own('tls'),
  60: said('tls'),
  61: said('protocol'),
  63: said('too-large'),
  64: said('tls'),
  66: own('tls'),
  77: own('tls'),
  80: said('tls'),
  82: own('tls'),
  83: said('tls'),
  90: said('tls'),
  91: said('tls'),
  92: said('protocol'),
  95: said('protocol'),
  96: said('protocol'),
  97: said('connect'),
  98: said('tls'),
  100: said('too-large'),
};

interface CurlFailure {
  readonly exitCode: number;
  /** `%{errormsg}`; empty where curl gives none. */
  readonly message: string;
  /** Whether an answer with a redirect came before: what is wrong with the address then is the server's doing. */
  readonly redirected: boolean;
  /** Whether the request was sent: what curl calls its own fault then is the answer's. */
  readonly sent?: boolean;
}

/** Says what kind of failure an exit status of curl is. */
export function classifyCurlError(failure: CurlFailure): ClientError {
  const { exitCode, message } = failure;
  const { kind, conclusive } = refine(failure) ?? MEANINGS[exitCode] ?? own('other');
  return { kind, conclusive, code: `curl ${exitCode}`, message: message === '' ? `curl ended with status ${exitCode}` : message };
}

/** Statuses that stand for several things are told apart by curl's message. */
function refine({ exitCode, message, redirected, sent = false }: CurlFailure): Meaning | undefined {
  if (redirected && (exitCode === 3 || (exitCode === 1 && /^Protocol |redirect target/.test(message)))) return said('redirects');
  if (exitCode === 1 && /^Protocol /.test(message)) return own('other');
  // A line of the head that is longer than curl's buffer for it (100 kB), and fields or trailers that make no sense to curl.
  if (sent && exitCode === 27) return said('too-large');
  if (sent && exitCode === 43) return said('protocol');
  if ((exitCode === 27 || exitCode === 56) && /header/i.test(message) && /large|long|too/i.test(message))
    return said('too-large');
  if (exitCode === 56 && /CONNECT/.test(message)) return said('connect');
  if ((exitCode === 55 || exitCode === 56) && /\b(?:SSL|TLS|alert|certificate)\b/i.test(message)) return said('tls');
  return undefined;
}
