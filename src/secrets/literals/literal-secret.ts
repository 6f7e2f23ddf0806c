import type { Source } from '../../model/source.ts';
import type { Secret } from '../secret.ts';

/** A secret that no credential holds: it stands in the action, or came into the request from upstream data. */
export interface LiteralSecret {
  readonly secret: Secret;
  /** `headers.X-Api-Key`, `payload.user.password`, `url`. */
  readonly field: string;
  /** `literal`: the author wrote it into the action; `computed`: a pill brought it (an access token that an earlier action was given). */
  readonly origin: 'literal' | 'computed';
  readonly source?: Source;
}

/** The label's field name: what other programs could read as syntax is left out. */
export function fieldName(path: readonly string[]): string {
  return path
    .map((part) => part.replace(/[^\p{L}\p{N}_. -]+/gu, '_').slice(0, 60))
    .join('.')
    .replace(/\.(\d+)(?=\.|$)/gu, '[$1]');
}
