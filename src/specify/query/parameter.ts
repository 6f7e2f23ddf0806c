import type { Json } from '../../model/json.ts';
import type { ResolvedText } from '../../model/text.ts';

/** One named parameter before it is written as pairs: a member of the payload, or a name from the URL's own query. */
export interface Parameter {
  readonly name: ResolvedText;
  readonly value: Json<ResolvedText>;
  /** True for a parameter of the URL's own query: a variable in it stands as it is, since it was written encoded. */
  readonly fromUrl: boolean;
}

/** One `name=value` of a query or form, decoded. */
export interface Pair {
  readonly name: ResolvedText;
  /** null: the name stands alone, without `=`. */
  readonly value: ResolvedText | null;
  readonly fromUrl: boolean;
}

/** The pairs in the order sent. `stray` is what an empty object leaves: nothing, between two `&`. */
export type PairList = readonly (Pair | 'stray')[];
