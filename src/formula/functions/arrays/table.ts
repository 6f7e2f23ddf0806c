import type { FunctionEntry } from '../../evaluate/function-entry.ts';
import { arrayOrderFunctions } from './order.ts';
import { arrayPartFunctions } from './parts.ts';
import { arrayQueryFunctions } from './query.ts';
import { arraySetFunctions } from './sets.ts';

/** Every function of the category Arrays, except those that are about lambdas. */
export const arrayFunctions: readonly FunctionEntry[] = [
  ...arrayPartFunctions,
  ...arrayOrderFunctions,
  ...arraySetFunctions,
  ...arrayQueryFunctions,
];
