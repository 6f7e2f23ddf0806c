import type { FunctionContext } from './function-entry.ts';

/** What a formula is evaluated in. `lookup` gives NULL for a name without data, or throws a FormulaError. */
export interface Environment extends FunctionContext {
  /**
   * Above 0 while a part of a formula is evaluated whose author provides for missing data: the first argument of DEFAULT and IF_ERROR,
   * what IS_BLANK, IS_EMPTY and IS_PRESENT ask about, a comparison with NULL, a bare reference as a condition.
   */
  readonly tolerance: { depth: number };
}
