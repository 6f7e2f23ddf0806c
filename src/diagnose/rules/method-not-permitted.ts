import { at } from '../at.ts';
import { asSafe } from '../edit-request.ts';
import { optionPointer } from '../evidence/credentials/option-text.ts';
import { isLikeWithout } from '../evidence/evidence.ts';
import { saysSo } from '../evidence/words/read-words.ts';
import { withoutCredential } from '../experiments/without-credential.ts';
import type { Rule } from './suspicion.ts';

/** The credential may read here and not write. */
export const methodNotPermitted: Rule = (evidence) => {
  const { own, input, uses, main, words } = evidence;
  const { request } = input;
  if (main === null || ['GET', 'HEAD', 'OPTIONS'].includes(request.method) || (own.status !== 401 && own.status !== 403))
    return null;
  // A check against forged requests lets every GET pass.
  if (saysSo(words, 'client-header') !== undefined) return null;
  const isForAll = isLikeWithout(evidence) === true;
  if (isForAll && own.status !== 403) return null;
  const read = asSafe(request, 'GET');
  const bare = withoutCredential(read, uses);
  if (bare === null) return null;
  const pointer = optionPointer(input.action, ['method']);
  const fix = `give the owner of ${main.label} the right to write (${request.method}), or read with method "get"`;
  return {
    confidence: 'possible',
    weight: 60,
    evidence: [`the call writes (${request.method})`],
    fix,
    ...at(pointer),
    changes: [
      {
        claims: 'method-not-permitted',
        name: 'by GET, with the same credential',
        request: read,
        touchesCredential: false,
        isBlind: false,
        fix,
        ...at(pointer),
        // A firewall may not like the body, and a check against forged requests may miss a header: a GET has neither.
        ...(isForAll || (request.body.kind !== 'none' && saysSo(words, 'permission-missing') === undefined)
          ? { proves: 'likely' as const }
          : {}),
        counter: { name: 'by GET, without the credential', request: bare },
      },
    ],
  };
};
