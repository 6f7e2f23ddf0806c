import { at } from '../at.ts';
import { optionPointer } from '../evidence/credentials/option-text.ts';
import type { Rule } from './suspicion.ts';

/** No answer came in time. */
export const timeout: Rule = ({ own, input, quote, url }) => {
  if (own.error?.kind !== 'timeout') return null;
  return {
    confidence: 'confirmed',
    weight: 90,
    stands: true,
    isSettled: true,
    evidence: [`${own.error.code}: ${quote(own.error.message)}`],
    fix: `raise timeout if the service is slow by design; else check that ‹${url.host}› can be reached through the firewalls between`,
    ...at(optionPointer(input.action, ['timeout'])),
  };
};
