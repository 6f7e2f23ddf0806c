import { at } from '../at.ts';
import { optionPointer } from '../evidence/credentials/option-text.ts';
import { isRefusedContent } from '../evidence/words/is-refused-content.ts';
import { saysSo } from '../evidence/words/read-words.ts';
import { changeContentType } from '../experiments/change-content-type.ts';
import type { Rule } from './suspicion.ts';

/** The server takes the payload in another media type. */
export const contentTypeMismatch: Rule = (evidence) => {
  const { input, own, words, quote } = evidence;
  const word = saysSo(words, 'content-type-mismatch');
  if (!isRefusedContent(own) && (word === undefined || evidence.isGood(own))) return null;
  const isTold = own.status === 415 || word !== undefined;
  // The very same request works outside of Tines.
  if (evidence.side === 'tines' && !isTold) return null;
  const changes = changeContentType(input.request, evidence);
  if (changes.length === 0 && !isTold) return null;
  return {
    confidence: isTold ? 'likely' : 'possible',
    weight: isTold ? 85 : input.request.body.kind === 'none' ? 45 : 70,
    stands: isTold,
    changes,
    evidence: [
      ...(own.status === 415 ? ['415 means: not this media type (RFC 9110, section 15.5.16)'] : []),
      ...(word === undefined ? [] : [`the server says ${quote(word.quote)}`]),
    ],
    fix: changes[0]?.fix ?? 'set content_type, and the payload, to what the API’s documentation gives for this call',
    ...at(changes[0]?.pointer ?? optionPointer(input.action, ['content_type'])),
  };
};
