import { isServerPage } from '../evidence/words/is-server-page.ts';
import { saysSo } from '../evidence/words/read-words.ts';
import type { Rule } from './suspicion.ts';

const FIX = 'call less often, and set retry_on_status to ["429"] so that Tines waits and tries again';

// Qualys answers 409 to calls at the same time.
const STATUSES: ReadonlySet<number> = new Set([200, 400, 403, 409, 503]);

/** Too many requests (429, RFC 6585), or a limit header at zero. */
export const rateLimited: Rule = ({ own, limit, words, quote }) => {
  const word = saysSo(words, 'rate-limited');
  const is429 = own.status === 429;
  const isLimit = (limit.isUsedUp || word !== undefined) && own.status !== null && STATUSES.has(own.status);
  // nginx' limit_req answers 503 unless told otherwise.
  if (!is429 && !isLimit)
    return own.status === 503 && isServerPage(own)
      ? {
          confidence: 'possible',
          weight: 20,
          stands: true,
          evidence: ['some web servers answer 503 where a limit is reached'],
          fix: FIX,
        }
      : null;
  const isSure =
    // Some firewalls say 429 to clients that they do not like, whatever the rate.
    (is429 && (limit.retryAfter !== null || limit.isUsedUp)) || (limit.isUsedUp && word !== undefined);
  return {
    confidence: isSure ? 'confirmed' : 'likely',
    weight: 97,
    stands: true,
    isSettled: isSure,
    evidence: [
      ...(is429 ? ['429 means: too many requests'] : []),
      ...(limit.header === null ? [] : [`${limit.header} is 0`]),
      ...(limit.retryAfter === null ? [] : [`it says to wait (Retry-After: ${limit.retryAfter})`]),
      ...(word === undefined ? [] : [`the server says ${quote(word.quote)}`]),
    ],
    fix: FIX,
  };
};
