import { at } from '../at.ts';
import { isRefusedContent } from '../evidence/words/is-refused-content.ts';
import { saysSo } from '../evidence/words/read-words.ts';
import { withoutCharset } from '../experiments/change-content-type.ts';
import type { Rule } from './suspicion.ts';

/** The server takes the media type and not the `; charset=utf-8` after it. */
export const charsetRejected: Rule = (evidence) => {
  const { input, own, words, quote } = evidence;
  if (!isRefusedContent(own)) return null;
  const change = withoutCharset(input.request, evidence);
  if (change === null) return null;
  const word = saysSo(words, 'charset-rejected');
  return {
    confidence: word === undefined ? 'possible' : 'likely',
    // The smaller change before that of the whole media type.
    weight: word !== undefined ? 95 : own.status === 415 || saysSo(words, 'content-type-mismatch') !== undefined ? 90 : 71,
    stands: word !== undefined,
    changes: [change],
    evidence: word === undefined ? [] : [`the server says ${quote(word.quote)}`],
    fix: change.fix,
    ...at(change.pointer),
  };
};
