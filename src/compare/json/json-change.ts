/**
 * One change between two JSON documents. `path` leads from the root: member names, and item indices; the indices of containers are those of
 * the left document, the last index of an `added` item is that of the right one. Texts are slices of the documents.
 */
export type JsonChange =
  | { readonly change: 'changed'; readonly path: JsonPath; readonly left: string; readonly right: string }
  | { readonly change: 'added'; readonly path: JsonPath; readonly right: string }
  | { readonly change: 'removed'; readonly path: JsonPath; readonly left: string }
  /** The items of an array stand in another order: for each item on the right its index on the left, -1 where it was added. */
  | { readonly change: 'reordered'; readonly path: JsonPath; readonly order: readonly number[] };

export type JsonPath = readonly (string | number)[];

/** RFC 6901. */
export function pointerOf(path: JsonPath): string {
  return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
