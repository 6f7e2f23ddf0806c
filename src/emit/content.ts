import type { Variable } from '../model/text.ts';

/** A message body in which secrets are named variables and some pieces may be bytes that are not text. */
export type Content = readonly (string | Uint8Array | Variable)[];
