import { at } from '../at.ts';
import { optionPointer } from '../evidence/credentials/option-text.ts';
import { signatureMismatch } from '../evidence/credentials/signature-mismatch.ts';
import { isRefusedContent } from '../evidence/words/is-refused-content.ts';
import { changeQuery } from '../experiments/change-query.ts';
import type { Rule } from './suspicion.ts';

/** The server reads the query otherwise than Tines writes it: `+` for a space, `[]` after the names of lists, escaped `,` and `:`. */
export const queryEncoding: Rule = (evidence) => {
  const { own, input, quote } = evidence;
  const mismatch = signatureMismatch(own);
  if (mismatch?.differs === 'query' || mismatch?.differs === 'path') {
    return {
      confidence: 'likely',
      weight: 90,
      stands: true,
      isSettled: true,
      evidence: [quote(mismatch.text)],
      fix: 'write path and query percent-encoded, with %20 for a space, as AWS signs them',
      ...at(optionPointer(input.action, ['url'])),
    };
  }
  if (!isRefusedContent(own) && own.status !== 404 && own.status !== 403) return null;
  const changes = changeQuery(input.request, evidence);
  if (changes.length === 0) return null;
  return {
    confidence: 'possible',
    weight: own.status === 404 || own.status === 403 ? 52 : 66,
    changes,
    evidence: ['the query has characters that servers read in more than one way'],
    fix: changes[0]?.fix ?? '',
    ...at(changes[0]?.pointer),
  };
};
