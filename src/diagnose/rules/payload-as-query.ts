import { at } from '../at.ts';
import { isRefusedContent } from '../evidence/words/is-refused-content.ts';
import { withoutQueryPayload } from '../experiments/change-payload.ts';
import type { Rule } from './suspicion.ts';

/** The payload of a request without a body goes into the query, where the API does not want it. */
export const payloadAsQuery: Rule = (evidence) => {
  const { own, input } = evidence;
  if (!isRefusedContent(own) && own.status !== 403 && own.status !== 404) return null;
  const change = withoutQueryPayload(input.request, evidence);
  if (change === null) return null;
  return {
    confidence: 'possible',
    weight: own.status === 403 || own.status === 404 ? 40 : 65,
    changes: [change],
    evidence: [`the payload is sent in the query of a ${input.request.method}`],
    fix: change.fix,
    ...at(change.pointer),
  };
};
