/** One place where two bodies differ. `place` is a JSON Pointer, `line N`, or empty for the body as a whole. */
export interface BodyDifference {
  readonly place: string;
  readonly values: readonly [string | null, string | null];
  readonly change: 'changed' | 'added' | 'removed' | 'reordered';
}
