import { headerOf } from '../answers/answer.ts';
import { isLikeWithout, standing } from '../evidence/evidence.ts';
import { isBlockPage } from '../evidence/words/is-block-page.ts';
import { saysSo } from '../evidence/words/read-words.ts';
import { changeUserAgent } from '../experiments/change-user-agent.ts';
import type { Rule } from './suspicion.ts';

const STATUSES: ReadonlySet<number> = new Set([400, 401, 403, 404, 405, 406, 418, 421, 429, 444, 500, 502, 503, 520, 999]);

/** Mostly about something else: one try, and last. */
const UNLIKELY: ReadonlySet<number> = new Set([400, 404, 405, 500, 502, 503]);

/** The server, or a firewall before it, refuses the `User-Agent`. */
export const userAgentBlocked: Rule = (evidence) => {
  const { own, words, input, side, quote } = evidence;
  const { status } = own;
  const isCut = status === null && own.error?.kind === 'protocol';
  const isPageOfFirewall = isBlockPage(own.text ?? '');
  if (side === 'tines' || (!isCut && !isPageOfFirewall && (status === null || !STATUSES.has(status)))) return null;
  const word = saysSo(words, 'user-agent-blocked') ?? saysSo(words, 'blocked');
  const isPage = /<html|^\s*$/i.test(own.text ?? '');
  const isFirewall =
    isPageOfFirewall ||
    (/cloudflare|akamai|incapsula|imperva|sucuri|awselb|cloudfront|big-?ip|barracuda/i.test(headerOf(own, 'server') ?? '') &&
      isPage);
  const isTold = word !== undefined || isFirewall;
  const like = isLikeWithout(evidence);
  if (!isTold && status === 401) return null;
  // An API that answers in its own format has let the client in.
  if (!isTold && status !== null && UNLIKELY.has(status) && (!isPage || like === false)) return null;
  if (evidence.limit.retryAfter !== null || (status === 405 && headerOf(own, 'allow') !== null)) return null;
  const changes = changeUserAgent(input.request, evidence);
  const isUndecided = like !== false || standing(evidence) === 'known';
  const isUnlikely = status !== null && UNLIKELY.has(status);
  const weight = isTold ? 93 : isUnlikely ? 15 : isPage && isUndecided ? 75 : 55;
  return {
    confidence: isTold ? 'likely' : 'possible',
    weight,
    changes: (isTold || isPage) && !isUnlikely ? changes : changes.slice(0, 1),
    stands: false,
    evidence: [
      ...(word === undefined ? [] : [`the server says ${quote(word.quote)}`]),
      ...(isFirewall ? ['a firewall answers, not the API'] : []),
      ...(isTold || like !== true ? [] : ['the answer is the same without a credential']),
    ],
    fix: changes[0]?.fix ?? '',
    ...(changes[0]?.pointer === undefined ? {} : { pointer: changes[0].pointer }),
  };
};
