import { FormulaError } from '../formula/syntax/formula-error.ts';
import type { Source } from '../model/source.ts';
import { LiquidSyntaxError } from './liquid/syntax-error.ts';
import type { Reference } from './references/reference.ts';
import { UnresolvedReference } from './references/unresolved-reference.ts';

/** An error in a LOCAL or INPUT value that another string reads: its place is in its own string. */
export class NestedError extends FormulaError {
  readonly origin: Source | undefined;
  readonly reference: Pick<Reference, 'kind' | 'name'> | undefined;

  readonly isLiquid: boolean;

  constructor(error: FormulaError, origin: Source | undefined) {
    const { offset = 0, length = 0, hint } = error;
    super(error.kind, error.message, { offset, length, ...(hint === undefined ? {} : { hint }) });
    this.origin = origin;
    this.isLiquid = error instanceof LiquidSyntaxError;
    this.reference = error instanceof UnresolvedReference ? error.reference : undefined;
  }
}
