import type { Expression, Place } from '../../formula/syntax/expression.ts';
import type { FormulaError } from '../../formula/syntax/formula-error.ts';
import type { Value } from '../../model/value.ts';

/** One piece of an evaluated string, or its whole value. */
export interface Part {
  readonly value: Value;
  /** The credentials read for it. */
  readonly reads: ReadonlySet<string>;
  /** The formula behind it; absent for text as written and for Liquid. */
  readonly expression?: Expression;
  readonly place?: Place;
  /** True for text that stands in the file as it is. */
  readonly isWritten: boolean;
  /** Why it could not be computed; only where that is because a credential has no value. */
  readonly failure?: FormulaError;
}

export type StringOutcome =
  /** The string is one formula (or Liquid with `as_object`): the value keeps its type. */
  | { readonly kind: 'value'; readonly part: Part }
  /** `decidedBy`: credentials read by the conditions of tags, so that even written text depends on them. */
  | {
      readonly kind: 'parts';
      readonly parts: readonly Part[];
      readonly isLiquid: boolean;
      readonly decidedBy: ReadonlySet<string>;
    };
