import { at } from '../at.ts';
import { optionPointer } from '../evidence/credentials/option-text.ts';
import type { Rule } from './suspicion.ts';

/** The host name has no address. */
export const dns: Rule = ({ own, input, quote, url }) => {
  if (own.error?.kind !== 'dns') return null;
  return {
    confidence: 'confirmed',
    weight: 90,
    stands: true,
    isSettled: true,
    evidence: [`${own.error.code}: ${quote(own.error.message)}`],
    fix: `check the host name ‹${url.hostname}› in url, and the values that it is made from`,
    ...at(optionPointer(input.action, ['url'])),
  };
};
