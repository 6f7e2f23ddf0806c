import type { Value } from '../../model/value.ts';

/** How a parameter may be given: by place (`required`, `optional`, `rest`: any number, last), or only as `name: value`. */
export interface Parameter {
  readonly name: string;
  readonly kind: 'required' | 'optional' | 'rest' | 'named';
}

/** What a function may use besides its arguments; everything that is not deterministic is handed in. */
export interface FunctionContext {
  readonly now: Date;
  /** Uniform in [0, 1). */
  readonly random: () => number;
  readonly uuid: () => string;
  /** Random bytes, from the generator of `random`. */
  readonly randomBytes: (length: number) => Uint8Array;
  /** Event data and the reserved names, by top-level name in lower case for the former (`META`, `STORY` … upper case); NULL if unknown. */
  readonly lookup: (name: string) => Value;
  /** Counts work done (elements visited, characters made) against the evaluation's bound; throws past it. */
  readonly spend: (units: number) => void;
}

interface Described {
  /** Upper case with underscores. */
  readonly name: string;
  readonly category: string;
  readonly parameters: readonly Parameter[];
  /** One sentence: what it gives. */
  readonly summary: string;
  /** Where the behaviour is known from: a page of Tines' documentation, or `inferred: …`. */
  readonly source: string;
}

/** Arguments after binding: one value per declared parameter, `undefined` where not given; `rest` parameters give an array. */
export type BoundArguments = readonly (Value | undefined)[];

/** A function whose arguments are evaluated first. */
export interface EagerFunction extends Described {
  readonly kind: 'eager';
  readonly call: (values: BoundArguments, context: FunctionContext) => Value;
}

/** A function that decides which of its arguments are evaluated: IF, SWITCH, IF_ERROR, DEFAULT … Positional arguments only. */
export interface LazyFunction extends Described {
  readonly kind: 'lazy';
  readonly call: (values: readonly (() => Value)[], context: FunctionContext) => Value;
}

/** One line of the function table. Wrong numbers of arguments are found by the evaluator, from `parameters`. */
export type FunctionEntry = EagerFunction | LazyFunction;

/** Every function by its name. */
export type FunctionTable = ReadonlyMap<string, FunctionEntry>;
