import type { FunctionEntry } from '../function-entry.ts';
import { arrayOrderFunctions } from './arrays-order.ts';
import { arrayPartFunctions } from './arrays-parts.ts';
import { arrayQueryFunctions } from './arrays-query.ts';
import { arraySetFunctions } from './arrays-sets.ts';

/** Every function of the category Arrays, except those that are about lambdas. */
export const arrayFunctions: readonly FunctionEntry[] = [
  ...arrayPartFunctions,
  ...arrayOrderFunctions,
  ...arraySetFunctions,
  ...arrayQueryFunctions,
];
