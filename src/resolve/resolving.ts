import type { Json } from '../model/json.ts';
import type { ResolvedText } from '../model/text.ts';
import type { Concealer } from './conceal/concealer.ts';
import type { StringOutcome } from './conceal/string-outcome.ts';
import type { Written } from './conceal/written.ts';
import type { World } from './world/world.ts';

/** What the parts of resolving ask of the whole. */
export interface Resolving {
  readonly world: World;
  readonly concealer: Concealer;
  /** A LOCAL or INPUT value as resolved JSON, once for all strings that read it. */
  resolveNamed(name: string, json: Json): Json<ResolvedText>;
  /** What the string gives with made-up credentials; undefined where it fails then. */
  evaluateMadeUp(written: Written): readonly (StringOutcome | undefined)[];
}
