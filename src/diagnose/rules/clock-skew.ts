import { at } from '../at.ts';
import { clockDifference, isOutOfStep } from '../evidence/clock-difference.ts';
import { timeClaim } from '../evidence/credentials/jwt.ts';
import { serverDate } from '../evidence/server-now.ts';
import { saysSo } from '../evidence/words/read-words.ts';
import type { Rule } from './suspicion.ts';

/** Two clocks disagree: a signed time is too far from the server's. */
export const clockSkew: Rule = (evidence) => {
  const { isAuthFailure, words, jwt, main, quote, input, own } = evidence;
  const word = saysSo(words, 'clock-skew');
  const server = serverDate({ own });
  const skew = clockDifference(evidence);
  const isApart = isOutOfStep(evidence);
  const timeWord = saysSo(words, 'credential-not-yet-valid') ?? saysSo(words, 'credential-expired');
  const made = jwt === null ? null : timeClaim(jwt, 'iat');
  const isAhead = made !== null && server !== null && made.getTime() > server.getTime() + 60_000;
  const isSigned = input.request.signature !== undefined || isAhead || isApart;
  const isSkewed = skew !== 0 && isSigned && evidence.side === 'outside';
  if (word === undefined && (!isAuthFailure || (!isSkewed && !isAhead))) return null;
  const isProved = word?.certain === true || (isApart && timeWord?.certain === true);
  return {
    confidence: isProved ? 'confirmed' : 'likely',
    weight: 95,
    stands: true,
    isSettled: isProved,
    evidence: [
      ...(word === undefined ? [] : [`the server says ${quote(word.quote)}`]),
      ...(isSkewed
        ? [
            `the server’s clock is ${Math.round(Math.abs(skew) / 60_000)} minutes ${skew > 0 ? 'ahead of' : 'behind'} the clock here`,
          ]
        : []),
      ...(isAhead ? [`the token’s iat is ${made.toISOString()}, later than the server’s time`] : []),
    ],
    fix: 'set the clock of the machine that signs right (NTP), and make the time that is signed from NOW()',
    ...at(main?.pointer),
  };
};
