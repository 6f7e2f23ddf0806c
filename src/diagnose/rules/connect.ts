import { at } from '../at.ts';
import { optionPointer } from '../evidence/credentials/option-text.ts';
import type { Rule } from './suspicion.ts';

/** No connection is accepted at the address. */
export const connect: Rule = ({ own, input, quote, url }) => {
  if (own.error?.kind !== 'connect') return null;
  return {
    confidence: 'confirmed',
    weight: 90,
    stands: true,
    isSettled: true,
    evidence: [`${own.error.code}: ${quote(own.error.message)}`],
    fix: `check host and port ‹${url.host}›, and that the service runs and lets connections in`,
    ...at(optionPointer(input.action, ['url'])),
  };
};
