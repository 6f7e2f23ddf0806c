import { at } from '../at.ts';
import { isOutOfStep } from '../evidence/clock-difference.ts';
import { timeClaim } from '../evidence/credentials/jwt.ts';
import { serverNow } from '../evidence/server-now.ts';
import { saysSo } from '../evidence/words/read-words.ts';
import type { Rule } from './suspicion.ts';

/** The token is valid only from a later time on. */
export const credentialNotYetValid: Rule = (evidence) => {
  const { isAuthFailure, words, jwt, main, quote } = evidence;
  const word = saysSo(words, 'credential-not-yet-valid');
  const start = jwt === null ? null : timeClaim(jwt, 'nbf');
  const isFuture = start !== null && start.getTime() > serverNow(evidence).getTime();
  if (!isAuthFailure || isOutOfStep(evidence) || (word === undefined && !isFuture)) return null;
  return {
    confidence: word?.certain === true ? 'confirmed' : 'likely',
    weight: 96,
    stands: true,
    isSettled: word?.certain === true,
    evidence: [
      ...(word === undefined ? [] : [`the server says ${quote(word.quote)}`]),
      ...(isFuture ? [`the token’s nbf is ${start.toISOString()}, which is still to come`] : []),
    ],
    fix: `use a token that is valid now: look at the nbf that ${main?.label ?? 'the credential'} is made with`,
    ...at(main?.pointer),
  };
};
