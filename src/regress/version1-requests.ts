import { isPlainObject, type PlainObject } from './collection-items.ts';

/** A request of a collection of format 1. */
export interface Version1Request {
  readonly name: string;
  readonly folders: readonly string[];
  /** Upper case. */
  readonly method: string;
}

/** True for a collection of format 1, as Newman tells it (newman 6.2.2, lib/util.js, `isV1Collection`). */
export function isVersion1(value: unknown): value is PlainObject {
  return isPlainObject(value) && value['name'] !== undefined && Array.isArray(value['order']) && Array.isArray(value['requests']);
}

/** The requests of a collection of format 1 in the order of a run: in each folder its folders first, then its requests. */
export function version1Requests(collection: PlainObject): readonly Version1Request[] {
  const requests = byId(collection['requests']);
  const folders = byId(collection['folders']);
  const opened = new Set<string>();
  const open = (node: PlainObject, names: readonly string[]): readonly Version1Request[] => [
    ...ids(node['folders_order']).flatMap((id) => {
      const folder = folders.get(id);
      if (folder === undefined || opened.has(id)) return [];
      opened.add(id);
      return open(folder, [...names, textOf(folder['name'])]);
    }),
    ...ids(node['order']).flatMap((id) => {
      const request = requests.get(id);
      if (request === undefined) return [];
      return [{ name: textOf(request['name']), folders: names, method: textOf(request['method']).toUpperCase() || 'GET' }];
    }),
  ];
  const top = collection['folders_order'] === undefined ? { ...collection, folders_order: [...folders.keys()] } : collection;
  return open(top, []);
}

function byId(list: unknown): ReadonlyMap<string, PlainObject> {
  const objects = (Array.isArray(list) ? list : []).filter(isPlainObject);
  return new Map(objects.map((object) => [textOf(object['id']), object]));
}

function ids(list: unknown): readonly string[] {
  return Array.isArray(list) ? list.map(String) : [];
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
