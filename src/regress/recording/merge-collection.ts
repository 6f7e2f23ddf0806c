import { collectionItems, isPlainObject, type PlainObject, scriptLines } from '../collection-items.ts';
import { readRecordedScript } from './recorded-script.ts';

/** A new recording of one action, for a collection. */
export interface NewRecording {
  readonly key: string;
  /** The item with our event. */
  readonly item: PlainObject;
  /** Collection variables that it needs. */
  readonly variables: readonly { readonly key: string; readonly value: string; readonly type: string }[];
}

interface Merging {
  readonly collection: PlainObject;
  readonly recordings: readonly NewRecording[];
  /** The keys of all actions of the story in its order: a new one is put where it stands there. */
  readonly order: readonly string[];
  /** A folder of its own for each action that is new. */
  readonly folders: boolean;
  /** The key of a recorded item. */
  readonly keyOf: (recorded: string) => string;
}

/**
 * The collection with the recordings put in: an action that is there already is replaced in its place, others are put where their
 * story has them.
 * Everything else stays: other items, scripts of others, saved answers, descriptions, variables.
 */
export function mergeCollection({ collection, recordings, order, folders, keyOf }: Merging): PlainObject {
  const fresh = new Map(recordings.map((recording) => [recording.key, recording]));
  const replaced = new Map<PlainObject, PlainObject>();
  for (const { item } of collectionItems(collection)) {
    const key = recordedKey(item, keyOf);
    const recording = key === undefined ? undefined : fresh.get(key);
    if (key === undefined || recording === undefined) continue;
    replaced.set(item, replaceItem(item, recording.item));
    fresh.delete(key);
  }
  const added = [...fresh].map(([key, { item }]) => ({ key, item: folders ? { name: item['name'], item: [item] } : item }));
  const variables = mergeVariables(collection['variable'], recordings);
  const { info, item, ...others } = collection;
  return {
    ...(info === undefined ? {} : { info }),
    ...others,
    item: insertInOrder(replaceAll(item, replaced), added, { order, keyOf }),
    ...(variables.length === 0 ? {} : { variable: variables }),
  };
}

/** The key of the recording in an item, also where scripts of others stand beside ours. */
function recordedKey(item: PlainObject, keyOf: (recorded: string) => string): string | undefined {
  for (const event of Array.isArray(item['event']) ? item['event'] : []) {
    const script = readRecordedScript(scriptLines(event));
    if (script !== null) return keyOf(script.recorded);
  }
  return undefined;
}

function replaceItem(old: PlainObject, fresh: PlainObject): PlainObject {
  const events = Array.isArray(old['event'])
    ? old['event'].filter((event) => readRecordedScript(scriptLines(event)) === null)
    : [];
  const own = Array.isArray(fresh['event']) ? fresh['event'] : [];
  return { ...old, ...fresh, ...pick(old, ['id', 'response']), event: [...own, ...events] };
}

function pick(object: PlainObject, names: readonly string[]): PlainObject {
  return Object.fromEntries(names.filter((name) => object[name] !== undefined).map((name) => [name, object[name]]));
}

function replaceAll(items: unknown, replaced: ReadonlyMap<PlainObject, PlainObject>): readonly unknown[] {
  return (Array.isArray(items) ? items : []).map((item: unknown) => {
    if (!isPlainObject(item)) return item;
    return replaced.get(item) ?? (Array.isArray(item['item']) ? { ...item, item: replaceAll(item['item'], replaced) } : item);
  });
}

interface Ordering {
  readonly order: readonly string[];
  readonly keyOf: (recorded: string) => string;
}

/** Puts each new entry behind the last one that its story has before it, or before the first one that comes after it, or at the end. */
function insertInOrder(
  items: readonly unknown[],
  added: readonly { readonly key: string; readonly item: PlainObject }[],
  { order, keyOf }: Ordering,
): readonly unknown[] {
  const places = new Map(order.map((key, place) => [key, place]));
  const placeOf = (key: string | undefined): number | undefined => (key === undefined ? undefined : places.get(key));
  const entries = items.map((item) => ({ item, place: isPlainObject(item) ? placeOf(firstKey(item, keyOf)) : undefined }));
  for (const { key, item } of added) {
    const place = placeOf(key);
    const before = place === undefined ? -1 : entries.findLastIndex((entry) => entry.place !== undefined && entry.place < place);
    const after = place === undefined ? -1 : entries.findIndex((entry) => entry.place !== undefined && entry.place > place);
    entries.splice(before !== -1 ? before + 1 : after !== -1 ? after : entries.length, 0, { item, place });
  }
  return entries.map(({ item }) => item);
}

function firstKey(entry: PlainObject, keyOf: (recorded: string) => string): string | undefined {
  for (const { item } of collectionItems({ item: [entry] })) {
    const key = recordedKey(item, keyOf);
    if (key !== undefined) return key;
  }
  return undefined;
}

function mergeVariables(known: unknown, recordings: readonly NewRecording[]): readonly unknown[] {
  const list: unknown[] = Array.isArray(known) ? [...known] : [];
  const keys = new Set(list.map((variable) => (isPlainObject(variable) ? (variable['key'] ?? variable['id']) : undefined)));
  for (const { variables } of recordings) {
    for (const variable of variables) {
      if (!keys.has(variable.key)) list.push(variable);
      keys.add(variable.key);
    }
  }
  return list;
}
