import type { Value } from '../../model/value.ts';
import type { Environment } from './environment.ts';

/** What is at hand while a compiled formula runs: the environment, and the values of the LAMBDA or pipe around the place. */
export interface Frame {
  readonly environment: Environment;
  readonly values: readonly Value[];
  readonly outer: Frame | undefined;
}

/** A compiled part of a formula. */
export type Evaluate = (frame: Frame) => Value;
