import type { Value } from '../model/value.ts';
import { type Arguments, assertArgumentCount, bindArguments } from './bind-arguments.ts';
import type { Environment } from './environment.ts';
import type { FunctionEntry } from './function-entry.ts';

/** Calls a function of the table with values, as a formula would: what a Liquid filter does. */
export function callFunction(entry: FunctionEntry, given: Arguments<Value>, environment: Environment): Value {
  environment.spend(1);
  if (entry.kind === 'eager') return entry.call(bindArguments(given, entry), environment);
  assertArgumentCount(given, entry);
  const thunks = given.positional.map((value) => () => value);
  return entry.call(thunks, environment);
}
