import type { Text } from '../../model/text.ts';
import { joinPairs } from './escape-parameter.ts';
import { flatPairs } from './flat-pairs.ts';
import { nestedPairs } from './nested-pairs.ts';
import type { PairList, Parameter } from './parameter.ts';
import { readFlatQuery } from './read-flat-query.ts';
import { readNestedQuery } from './read-nested-query.ts';
import { joinVerbatim, verbatimPairs } from './verbatim-pairs.ts';

/** How parameters are written: `nested` unless `params_encoder` says `flat` or `disable_url_encoding` is on. */
export type ParameterStyle = 'nested' | 'flat' | 'verbatim';

/** Writes parameters for a query or a form, and reads the query that stands in a URL. */
export interface ParameterEncoder {
  readonly pairs: (parameters: readonly Parameter[]) => PairList;
  readonly join: (pairs: PairList) => Text;
  /** `fill` gives a part of the query its variables back. Undefined where the query cannot be read this way and stands as it is. */
  readonly read: (query: string, fill: (part: string) => Text) => readonly Parameter[] | undefined;
}

/** Faraday's encoder of this style (its own sources, version 1.1; the same rules in 2.x). */
export function parameterEncoder(style: ParameterStyle): ParameterEncoder {
  return ENCODERS[style];
}

const ENCODERS: Readonly<Record<ParameterStyle, ParameterEncoder>> = {
  nested: { pairs: nestedPairs, join: joinPairs, read: readNestedQuery },
  flat: { pairs: flatPairs, join: joinPairs, read: readFlatQuery },
  verbatim: { pairs: verbatimPairs, join: joinVerbatim, read: () => undefined },
};
