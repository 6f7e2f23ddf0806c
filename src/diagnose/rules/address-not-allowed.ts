import type { Answer } from '../answers/answer.ts';
import { isLikeWithout } from '../evidence/evidence.ts';
import { isServerPage } from '../evidence/words/is-server-page.ts';
import { saysSo } from '../evidence/words/read-words.ts';
import type { Rule } from './suspicion.ts';

/** The service lets only some addresses in. It cannot be seen from another address, so it is never more than possible. */
export const addressNotAllowed: Rule = (evidence) => {
  const { own, side, words, quote, trials, main } = evidence;
  const isStopped = trials.some(({ change }) => change.claims === 'user-agent-blocked') ? saysSo(words, 'blocked') : undefined;
  const word = saysSo(words, 'address') ?? isStopped;
  const isCut = own.status === null && side === 'tines';
  // Who lacks a credential is told 401; a web server that says 403 to everybody looks at something else.
  const isTerse = own.json !== undefined || isServerPage(own) || isWord(own);
  const isAlike = side === 'outside' && own.status === 403 && isTerse && (main === null || isLikeWithout(evidence) === true);
  const isShut = isAlike && isServerPage(own);
  if (word === undefined && !isAlike && !(side === 'tines' && (own.status === 403 || isCut || own.status === 401))) return null;
  return {
    confidence: 'possible',
    weight: word !== undefined ? 95 : isShut ? 56 : isAlike ? 25 : own.status === 403 ? 70 : 30,
    stands: true,
    evidence: [
      ...(word === undefined ? [] : [`the server says ${quote(word.quote)}`]),
      ...(isShut
        ? [
            `the web server itself answers 403${main === null ? '' : ', with and without a credential'}: it refuses this path, this method or the sender’s address`,
          ]
        : []),
      ...(isAlike && !isShut ? ['the answer does not depend on the credential'] : []),
      ...(side === 'tines'
        ? ['the same request works from this machine, and comes from another address when Tines sends it']
        : []),
    ],
    fix:
      side === 'tines'
        ? 'add the addresses that your Tines tenant sends from to the service’s allowlist, or send through a tunnel or proxy whose address is on it'
        : 'ask who runs the service which addresses may call it, and add those that your Tines tenant sends from; if it has no such list, check path and method',
  };
};

/** A word or two and nothing more, as gateways answer (Traefik, Go): who speaks of the call says more. */
function isWord({ text }: Answer): boolean {
  return text !== null && /^[\w: ]{0,40}$/.test(text.trim());
}
