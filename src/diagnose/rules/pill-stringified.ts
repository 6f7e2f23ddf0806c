import { at } from '../at.ts';
import { isRefusedContent } from '../evidence/words/is-refused-content.ts';
import { unquotePayload } from '../experiments/unquote-payload.ts';
import type { Rule } from './suspicion.ts';

/** A pill in a text makes a text of a number, list or object, and the API wants the value. */
export const pillStringified: Rule = (evidence) => {
  const { own, input } = evidence;
  if (!isRefusedContent(own)) return null;
  const finding = input.action.findings.find(({ code }) => code === 'stringified');
  const change = unquotePayload(input.request, evidence);
  if (change === null) return null;
  return {
    confidence: finding === undefined ? 'possible' : 'likely',
    weight: finding === undefined ? 72 : 84,
    changes: [change],
    stands: finding !== undefined && (own.status === 400 || own.status === 422),
    evidence: [finding?.text ?? 'a pill in the payload is sent as text where its value is a number, a list or an object'],
    fix: change.fix,
    ...at(finding?.source?.pointer ?? change.pointer),
  };
};
