import type { Expression } from '../syntax/expression.ts';
import type { Evaluate } from './frame.ts';
import type { FunctionTable } from './function-entry.ts';

/** Names that a LAMBDA binds, from the inside out; a pipe binds `%`. */
export interface Bindings {
  readonly names: readonly string[];
  readonly outer: Bindings | undefined;
}

/** What the parts of the compiler hand to each other. */
export interface Compiler {
  readonly table: FunctionTable;
  readonly bindings: Bindings | undefined;
  /** True inside of a condition that only asks whether something is there. */
  readonly asks: boolean;
  readonly compile: (expression: Expression, compiler: Compiler) => Evaluate;
}
