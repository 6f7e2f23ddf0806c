import { at } from '../at.ts';
import { isRefusedContent } from '../evidence/words/is-refused-content.ts';
import { withoutSample } from '../experiments/change-payload.ts';
import type { Rule } from './suspicion.ts';

const SAMPLE = /\b(?:array_example|object_example)\b|["'`‹]key["'`›]/;

/** The sample payload of the editor is still in the action, and is sent. */
export const leftoverPayload: Rule = (evidence) => {
  const { own, input, messages } = evidence;
  const warning = input.warnings.find(({ code }) => code === 'leftover-payload');
  if (warning === undefined || (!isRefusedContent(own) && own.status !== 403 && own.status !== 404)) return null;
  const change = withoutSample(input.request, evidence);
  if (change === null) return null;
  return {
    confidence: own.status === 400 || own.status === 422 ? 'likely' : 'possible',
    weight: 88,
    // Whatever is wrong beside it, the server does not take what it names.
    stands: messages.some((message) => SAMPLE.test(message)),
    changes: [change],
    evidence: [warning.text],
    fix: change.fix,
    ...at(warning.source?.pointer ?? change.pointer),
  };
};
