import { printable } from '../../formats/text/printable.ts';
import { located } from '../located.ts';
import type { LogNote, LogNoteCode } from '../recall-note.ts';
import type { LogEntry } from './log-entry.ts';
import { withoutRequest } from './logged-request.ts';

/**
 * Words by which messages are told apart, the most telling first. Tines lists no messages: these are the few that are known, and the words
 * that Ruby, Faraday, libcurl and OpenSSL use.
 */
const patterns: readonly (readonly [code: LogNoteCode, words: RegExp])[] = [
  ['formula-error', /error evaluating formula|undefined function|is not a valid operator|invalid arguments to|formula error/iu],
  [
    'domain-restricted',
    /domain restrict|restricted to (?:the )?(?:domain|host)|allowed (?:hosts?|domains?)|credential\b[^\n]{0,120}\b(?:domain|host|url)\b[^\n]{0,60}\b(?:not|isn.t)\b|credential\b[^\n]{0,120}\b(?:not (?:allowed|permitted|authori[sz]ed)|cannot be used)/iu,
  ],
  [
    'egress-blocked',
    /egress|allow ?-?list|whitelist|not permitted by (?:the )?(?:network|outbound)|outbound request[^\n]{0,60}(?:block|denied|not allowed)/iu,
  ],
  ['test-credential', /\btest (?:mode|credential)/iu],
  ['private-address', /private (?:ip|address|network)|internal (?:ip|address)|reserved (?:ip|address)|loopback/iu],
  ['invalid-url', /invalid ur[li]|bad ur[il]|url is (?:invalid|not valid)|not a valid url/iu],
  ['invalid-options', /invalid options/iu],
  ['redirects', /too many redirects|redirect(?:ion)? limit|maximum redirects/iu],
  ['tls', /\bssl\b|ssl_|\btls\b|certificate|openssl|handshake/iu],
  [
    'dns',
    /getaddrinfo|name or service not known|name resolution|(?:could ?n.t|could not|cannot|unable to) resolve|nodename nor servname|no address associated|\bdns\b|NXDOMAIN/iu,
  ],
  ['timeout', /time[ds]?[ -]?out|execution expired|ETIMEDOUT|operation took too long/iu],
  [
    'connect',
    /ECONNREFUSED|ECONNRESET|EHOSTUNREACH|ENETUNREACH|connection (?:refused|reset|failed|closed)|connectionfailed|failed to (?:open tcp connection|connect)|could ?n.t connect|no route to host|unreachable|end of file reached|empty reply/iu,
  ],
];
const status =
  /(?:failed with|status(?: code)?|returned|response(?: code)?|received)\s*(?:an?\s+|of\s+|[:=]\s*|is\s+|was\s+)?(?:http\s+)?([1-5]\d\d|0)\b/iu;

/** What a message of the log says of a failure; undefined for one that says nothing of it (information, the request itself). */
export function classifyMessage(entry: LogEntry): LogNote | undefined {
  const text = withoutRequest(entry).trim();
  if (text === '' || (entry.level !== undefined && entry.level >= 3 && entry.level !== 4)) return undefined;
  const place = located(entry.json);
  const words = printable(text, 300);
  const known = patterns.find(([, pattern]) => pattern.test(text));
  const number = status.exec(text)?.[1];
  if (number !== undefined && number !== '0' && (known === undefined || /failed with/iu.test(text))) {
    return { code: 'status', text: words, status: Number(number), ...place };
  }
  if (number === '0' && known === undefined) return { code: 'connect', text: words, ...place };
  if (known !== undefined) return { code: known[0], text: words, ...place };
  if (entry.level === 4) return { code: 'error', text: words, ...place };
  return entry.level === 2 ? { code: 'warning', text: words, ...place } : undefined;
}
