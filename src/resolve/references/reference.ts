import type { Place } from '../../formula/syntax/expression.ts';
import type { Source } from '../../model/source.ts';

/** Something outside of the action that its text refers to. */
export interface Reference {
  readonly kind: 'credential' | 'resource' | 'input' | 'data';
  /** As Tines makes slugs: `acme` of `CREDENTIAL.acme`; for data the action's name (`my_action`) or a reserved name (`META`). */
  readonly name: string;
  /** The keys read below it: `['body', 'items', '0']`; empty where the whole value is used. */
  readonly path: readonly string[];
  readonly source?: Source;
  /** The place in that string, where it is known. */
  readonly within?: Place;
}

/** A reference as its author would write it: `CREDENTIAL.acme`, `my_action.body.id`. */
export function referenceText({
  kind,
  name,
  path = [],
}: Pick<Reference, 'kind' | 'name'> & { readonly path?: readonly string[] }): string {
  const root = kind === 'data' ? name : `${kind.toUpperCase()}.${name}`;
  return [root, ...path].join('.');
}
