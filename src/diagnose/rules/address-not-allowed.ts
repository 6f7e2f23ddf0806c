import { saysSo } from '../evidence/read-words.ts';
import type { Rule } from './suspicion.ts';

/** The service lets only some addresses in. It cannot be seen from another address, so it is never more than possible. */
export const addressNotAllowed: Rule = ({ own, side, words, quote, trials }) => {
  const isStopped = trials.some(({ change }) => change.claims === 'user-agent-blocked') ? saysSo(words, 'blocked') : undefined;
  const word = saysSo(words, 'address') ?? isStopped;
  const isCut = own.status === null && side === 'tines';
  if (word === undefined && !(side === 'tines' && (own.status === 403 || isCut || own.status === 401))) return null;
  return {
    confidence: 'possible',
    weight: word === undefined ? (own.status === 403 ? 70 : 30) : 95,
    stands: true,
    evidence: [
      ...(word === undefined ? [] : [`the server says ${quote(word.quote)}`]),
      ...(side === 'tines'
        ? ['the same request works from this machine, and comes from another address when Tines sends it']
        : []),
    ],
    fix:
      side === 'tines'
        ? 'add the addresses that your Tines tenant sends from to the service’s allowlist, or send through a tunnel or proxy whose address is on it'
        : 'add the address of the sender to the service’s allowlist',
  };
};
