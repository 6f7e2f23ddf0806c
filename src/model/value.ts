/**
 * A value of the formula language. Tines computes with Ruby: an Integer has no upper bound and is a `bigint` here,
 * a Float is a `number`; so 1 and 1.0 are told apart. Objects are maps: they keep their order and have no prototype.
 * Text is a string; text that is not valid UTF-8 (what BASE64_DECODE makes of an image) is a `Uint8Array`.
 */
export type Value = null | boolean | string | bigint | number | readonly Value[] | ValueMap | Uint8Array | Lambda;

export type ValueMap = ReadonlyMap<string, Value>;

/** A function value: it exists only as an argument (`LAMBDA(x, x + 1)`). */
export interface Lambda {
  readonly kind: 'lambda';
  readonly parameters: readonly string[];
  readonly call: (...values: readonly Value[]) => Value;
}
