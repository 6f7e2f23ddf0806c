import { at } from '../at.ts';
import { isOutOfStep } from '../evidence/clock-difference.ts';
import { timeClaim } from '../evidence/credentials/jwt.ts';
import { standing } from '../evidence/evidence.ts';
import { serverNow } from '../evidence/server-now.ts';
import { saysSo } from '../evidence/words/read-words.ts';
import type { Rule } from './suspicion.ts';

/** The credential was valid and is not any more. */
export const credentialExpired: Rule = (evidence) => {
  const { isAuthFailure, words, jwt, main, quote, side } = evidence;
  if (!isAuthFailure || isOutOfStep(evidence)) return null;
  const word = saysSo(words, 'credential-expired');
  const end = jwt === null ? null : timeClaim(jwt, 'exp');
  const isPast = end !== null && end.getTime() <= serverNow(evidence).getTime();
  if (word === undefined && !isPast) return null;
  const says = words.some(({ says, certain }) => says === 'permission-missing' && certain);
  // Who is known, and refused with 403, has been let in with it.
  const isKnown = word === undefined && evidence.own.status === 403 && standing(evidence) === 'known';
  const isProved = word?.certain === true || (isPast && standing(evidence) === 'rejected');
  const label = main?.label ?? 'the credential';
  return {
    // The credential that Tines used is not the one that is looked at here.
    confidence:
      isProved && (side === 'outside' || word?.certain === true) ? 'confirmed' : says || isKnown ? 'possible' : 'likely',
    weight: 96,
    stands: true,
    isSettled: word?.certain === true,
    evidence: [
      ...(word === undefined ? [] : [`the server says ${quote(word.quote)}`]),
      ...(isPast ? [`the token’s exp is ${end.toISOString()}, which is past`] : []),
      ...(isPast && standing(evidence) === 'rejected' ? ['the answer is the same as to a token with a broken signature'] : []),
    ],
    fix: `renew ${label} in Tines (a new token, or the OAuth or HTTP Request credential that fetches one itself)`,
    ...at(main?.pointer),
  };
};
