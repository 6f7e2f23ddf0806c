import type { Value } from '../../model/value.ts';
import { type Arguments, assertArgumentCount, bindArguments } from './bind-arguments.ts';
import type { Environment } from './environment.ts';
import type { BoundArguments, EagerFunction, FunctionEntry } from './function-entry.ts';
import { sizeOfArguments } from './size-of-arguments.ts';

/** Calls a function of the table with values, as a formula would: what a Liquid filter does. */
export function callFunction(entry: FunctionEntry, given: Arguments<Value>, environment: Environment): Value {
  if (entry.kind === 'eager') return callEager(entry, bindArguments(given, entry), environment);
  environment.spend(1);
  assertArgumentCount(given, entry);
  const thunks = given.positional.map((value) => () => value);
  return entry.call(thunks, environment);
}

/** Calls a function with its arguments in their places, and counts the call and the size of the arguments as work. */
export function callEager(entry: EagerFunction, values: BoundArguments, environment: Environment): Value {
  environment.spend(1 + sizeOfArguments(values));
  return entry.call(values, environment);
}
