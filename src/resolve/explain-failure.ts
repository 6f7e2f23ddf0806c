import type { FormulaError } from '../formula/syntax/formula-error.ts';
import { HarnessError, type HarnessErrorCode } from '../harness-error.ts';
import type { Source } from '../model/source.ts';
import { LiquidSyntaxError } from './liquid/syntax-error.ts';
import { NestedError } from './nested-error.ts';
import { UnresolvedReference } from './references/unresolved-reference.ts';

/** A failure of a string as the error that the user sees, at the place of the string that is at fault. */
export function explainFailure(error: FormulaError, source: Source | undefined, message = error.message): HarnessError {
  const at = error instanceof NestedError ? (error.origin ?? source) : source;
  const { offset, length = 1 } = error;
  return new HarnessError(codeOf(error), message, {
    ...(at === undefined ? {} : { source: at }),
    ...(offset === undefined ? {} : { within: { offset, length } }),
    // A hint is written for the message; where that had to be replaced, it could tell too much.
    ...(error.hint === undefined || message !== error.message ? {} : { hint: error.hint }),
  });
}

function codeOf(error: FormulaError): HarnessErrorCode {
  const isUnresolved = error instanceof UnresolvedReference || (error instanceof NestedError && error.reference !== undefined);
  if (isUnresolved) return 'unresolved-reference';
  if (error instanceof LiquidSyntaxError || (error instanceof NestedError && error.isLiquid)) return 'template-error';
  switch (error.kind) {
    case 'syntax':
    case 'evaluation':
      return 'formula-error';
    case 'undefined-function':
    case 'unsupported':
      return 'unsupported-formula';
    case 'limit':
      return 'evaluation-limit';
  }
}
