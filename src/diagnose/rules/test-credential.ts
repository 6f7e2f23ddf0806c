import { at } from '../at.ts';
import type { Rule } from './suspicion.ts';

const CONTENT: ReadonlySet<number> = new Set([400, 405, 406, 409, 411, 412, 413, 415, 422, 428]);

/** With change control, test and live runs use different values of a credential. */
export const testCredential: Rule = ({ own, side, main, input }) => {
  if (side !== 'tines' || main === null || own.status === null || own.status >= 500 || own.status === 429) return null;
  const line = input.log?.find((message) => /\btest (?:mode|value|credential)|\bdraft\b/i.test(message));
  // Who dislikes the content has let the credential in.
  if (line === undefined && CONTENT.has(own.status)) return null;
  return {
    confidence: line === undefined ? 'possible' : 'likely',
    weight: line !== undefined ? 92 : own.status === 401 || own.status === 403 ? 35 : 15,
    stands: true,
    evidence: [
      'the credential used here works; in Tines a draft or test may use the test value of it',
      ...(line === undefined ? [] : ['the action’s log speaks of a test']),
    ],
    fix: `compare the test and the live value of ${main.label} in Tines`,
    ...at(main.pointer),
  };
};
