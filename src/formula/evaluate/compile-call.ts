import type { Call, Expression } from '../syntax/expression.ts';
import { FormulaError } from '../syntax/formula-error.ts';
import { assertArgumentCount, type Binding, bindArguments } from './bind-arguments.ts';
import { callEager } from './call-function.ts';
import type { Compiler } from './compiler.ts';
import type { Evaluate } from './frame.ts';
import type { EagerFunction, LazyFunction } from './function-entry.ts';
import { nearestName } from './nearest-name.ts';
import { tolerateMissing } from './tolerate-missing.ts';

/** Functions that provide for a missing value in their first argument. */
export const asksAboutFirst: ReadonlySet<string> = new Set(['DEFAULT', 'IF_ERROR', 'IS_BLANK', 'IS_EMPTY', 'IS_PRESENT']);

// In a condition these only combine what their arguments ask.
const combines: ReadonlySet<string> = new Set(['AND', 'OR', 'NOT']);

/** A call of a function. An unknown name and wrong arguments are errors when the call is evaluated: a branch not taken does not matter. */
export function compileCall(call: Call, compiler: Compiler): Evaluate {
  const entry = compiler.table.get(call.name);
  if (entry === undefined) return fail(() => undefinedFunction(call.name, compiler));
  try {
    if (entry.kind === 'eager') return compileEager(entry, bindArguments(call, entry), { call, compiler });
    assertArgumentCount(call, entry);
    return compileLazy(entry, call, compiler);
  } catch (error) {
    if (error instanceof FormulaError && error.offset === undefined)
      return fail(() => new FormulaError(error.kind, error.message, { hint: error.hint }));
    throw error;
  }
}

interface Place {
  readonly call: Call;
  readonly compiler: Compiler;
}

function compileEager(entry: EagerFunction, binding: Binding<Expression>, { call, compiler }: Place): Evaluate {
  const compile = (argument: Expression): Evaluate => compileArgument(argument, call, compiler);
  const values = binding.map((argument) => {
    if (argument === undefined) return () => undefined;
    if ('kind' in argument) return compile(argument);
    const rest = argument.map(compile);
    return (frame: Parameters<Evaluate>[0]) => rest.map((item) => item(frame));
  });
  const [only] = values;
  // By far the most common shape, and the one that runs for every element of a list.
  if (only !== undefined && values.length === 1) return (frame) => callEager(entry, [only(frame)], frame.environment);
  return (frame) =>
    callEager(
      entry,
      values.map((value) => value(frame)),
      frame.environment,
    );
}

function compileLazy(entry: LazyFunction, call: Call, compiler: Compiler): Evaluate {
  const values = call.positional.map((argument) => compileArgument(argument, call, compiler));
  return (frame) => {
    frame.environment.spend(1);
    return entry.call(
      values.map((value) => () => value(frame)),
      frame.environment,
    );
  };
}

function compileArgument(argument: Expression, call: Call, compiler: Compiler): Evaluate {
  const isFirst = argument === call.positional[0];
  const asks = (call.name === 'IF' && isFirst) || (compiler.asks && combines.has(call.name));
  const evaluate = compiler.compile(argument, { ...compiler, asks });
  return isFirst && asksAboutFirst.has(call.name) ? tolerateMissing(evaluate) : evaluate;
}

function fail(error: () => FormulaError): Evaluate {
  return () => {
    throw error();
  };
}

function undefinedFunction(name: string, compiler: Compiler): FormulaError {
  const nearest = nearestName(name, compiler.table.keys());
  return new FormulaError(
    'undefined-function',
    `Undefined function ${name}`,
    nearest === undefined ? {} : { hint: `Did you mean ${nearest}?` },
  );
}
