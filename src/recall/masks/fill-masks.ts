import type { ResolvedAction } from '../../model/action.ts';
import type { RecordedRequest } from '../../model/outcome.ts';
import type { Warning } from '../../model/request-spec.ts';
import type { Text } from '../../model/text.ts';
import { optionsOfLog } from '../log/options-of-log.ts';
import { fillParts, type LocalRequest, printParts } from './filled-parts.ts';
import { labelText } from './label-text.ts';

/** The request of the log as it can be shown and sent. */
export interface FilledRequest {
  /** For reports: `‹CREDENTIAL.acme›` in the place of each mask; what could not be filled keeps its asterisks. */
  readonly recorded: RecordedRequest;
  /** The same with values in the place of names, to be compared with what was sent; never to be shown. */
  readonly reveal: (value: (text: Text) => string) => RecordedRequest;
  /** The action that `specify` makes the logged request of; the one given where a mask could not be filled. */
  readonly resolved: ResolvedAction;
  /** False where the templates stand, because a mask could not be filled. */
  readonly isTrusted: boolean;
  readonly warnings: readonly Warning[];
}

/**
 * Fills the masks of the log's request by the variables that stand in the same places of what the templates give here. No value is read:
 * the result names secrets and holds none, unless `reveal` is given what reads them.
 */
export function fillMasks(logged: RecordedRequest, local: LocalRequest): FilledRequest {
  const parts = fillParts(logged, local);
  const unfilled = parts.findings.filter(({ aligned }) => aligned.unfilled > 0).map(({ field }) => field);
  const isTrusted = unfilled.length === 0;
  const warnings: Warning[] = [];
  if (!isTrusted) {
    const fields = [...new Set(unfilled)].map((field) => `‹${field}›`).join(', ');
    warnings.push({
      code: 'mask-unfilled',
      text: `the log hides a secret in ${fields} that the action has no credential for, so the templates are used and not the log`,
    });
  }
  for (const { field, aligned } of parts.findings) {
    for (const variable of aligned.empty) {
      warnings.push({
        code: 'empty-in-log',
        text: `the log shows nothing where ‹${labelText([variable]).slice(1, -1)}› belongs in ‹${field}›: Tines sent it without`,
      });
    }
    for (const variable of aligned.unmasked) {
      warnings.push({
        code: 'unmasked-in-log',
        text: `the log shows in clear what Tines made of ‹${labelText([variable]).slice(1, -1)}› in ‹${field}›; the value known here is used`,
      });
    }
  }
  const resolved = isTrusted ? { ...local.resolved, options: optionsOfLog(logged, parts, local) } : local.resolved;
  return {
    recorded: printParts(logged, parts, labelText),
    reveal: (value) => printParts(logged, parts, (text) => (text instanceof Uint8Array ? labelText(text) : value(text))),
    resolved,
    isTrusted,
    warnings,
  };
}
