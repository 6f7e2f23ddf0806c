import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { decodeText } from '../../cli/files/decode-text.ts';
import { HarnessError } from '../../harness-error.ts';
import { parseJson } from '../../parse/json/parse-json.ts';
import { type CollectionItem, collectionItems, isPlainObject, type PlainObject } from '../../regress/collection-items.ts';
import { readRecorded } from '../../regress/recording/read-recorded.ts';
import type { Recorded } from '../../regress/recording/recorded.ts';
import { isVersion1, version1Requests } from '../../regress/version1-requests.ts';

/** Something to run again: a recorded action, or a whole collection of anybody's, whose requests belong together. */
export type Planned =
  | { readonly kind: 'recorded'; readonly key: string; readonly place: ItemPlace; readonly recorded: Recorded }
  | {
      readonly kind: 'foreign';
      readonly key: string;
      readonly place: ItemPlace;
      readonly collection: PlainObject;
      /** Every request of it, in the order of a run, and what tells each apart in a history. */
      readonly items: readonly ItemPlace[];
      readonly keys: readonly string[];
    }
  /** It cannot be run, and why. */
  | { readonly kind: 'damaged'; readonly key: string; readonly place: ItemPlace; readonly reason: string };

export interface ItemPlace {
  readonly file: string;
  readonly line: number;
  readonly name: string;
  readonly folders: readonly string[];
  readonly method: string;
}

/** What there is to run, and how many collections were read: an empty one is no mistake. */
interface RegressPlan {
  readonly plans: readonly Planned[];
  readonly collections: number;
}

/** Reads the collections. A file of a directory that is no collection (an environment) is passed over; one that was named is an error. */
export async function regressPlan(
  files: readonly string[],
  { directory, named }: { readonly directory: string; readonly named: ReadonlySet<string> },
): Promise<RegressPlan> {
  const plans: Planned[] = [];
  let collections = 0;
  for (const file of files) {
    const text = await readText(path.resolve(directory, file), file);
    const collection = parse(text);
    if (collection !== null) {
      collections += 1;
      plans.push(...(isVersion1(collection) ? planVersion1(file, text, collection) : planCollection(file, text, collection)));
    } else if (named.has(file))
      throw new HarnessError('collection', `‹${file}› is no Postman collection`, {
        hint: 'export it from Postman as Collection v2.1',
      });
  }
  return { plans, collections };
}

async function readText(file: string, shown: string): Promise<string> {
  try {
    return decodeText(await readFile(file));
  } catch (error) {
    throw new HarnessError(
      'unreadable-file',
      `‹${shown}› cannot be read (${error instanceof Error && 'code' in error ? error.code : 'unknown reason'})`,
      { hint: 'check the path and its permissions' },
    );
  }
}

function parse(text: string): PlainObject | null {
  try {
    const parsed: unknown = JSON.parse(text.replace(/^\ufeff/u, ''));
    const inner = isPlainObject(parsed) && isPlainObject(parsed['collection']) ? parsed['collection'] : parsed;
    if (!isPlainObject(inner)) return null;
    const isCollection = Array.isArray(inner['item']) || (inner['item'] === undefined && isPlainObject(inner['info']));
    return isCollection || isVersion1(inner) ? inner : null;
  } catch {
    return null;
  }
}

function planCollection(file: string, text: string, collection: PlainObject): readonly Planned[] {
  const items = collectionItems(collection);
  const lines = lineFinder(text);
  const places = items.map((item) => ({
    file,
    line: lines(item.name),
    name: item.name,
    folders: item.folders,
    method: methodOf(item),
  }));
  // A script or an authentication above the items concerns each of them: then all are run as Postman would.
  const own = hasOuterParts(collection) ? [] : items.filter(({ script }) => script !== null);
  const planned = own.map((item) => planItem(item, places[item.index] ?? placeOf(file, item)));
  const others = items.filter((item) => !own.includes(item));
  if (others.length === 0) return planned;
  const name =
    isPlainObject(collection['info']) && typeof collection['info']['name'] === 'string' ? collection['info']['name'] : file;
  const rest = withoutItems(collection, new Set(own.map(({ item }) => item)));
  return [
    ...planned,
    planForeign(
      { file, name, collection: rest },
      others.map((item) => places[item.index] ?? placeOf(file, item)),
    ),
  ];
}

function planVersion1(file: string, text: string, collection: PlainObject): readonly Planned[] {
  const requests = text.indexOf('"requests"');
  const items = version1Requests(collection).map(
    ({ name, folders, method }): ItemPlace => ({ file, line: lineFinder(text, requests)(name), name, folders, method }),
  );
  const { name } = collection;
  return items.length === 0 ? [] : [planForeign({ file, name: typeof name === 'string' ? name : file, collection }, items)];
}

interface ForeignCollection {
  readonly file: string;
  readonly name: string;
  readonly collection: PlainObject;
}

function planForeign({ file, name, collection }: ForeignCollection, items: readonly ItemPlace[]): Planned {
  const seen = new Map<string, number>();
  const keys = items.map((item) => {
    const key = `${file} ${[...item.folders, item.name].join(' / ')}`;
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return count === 1 ? key : `${key} (${count})`;
  });
  return { kind: 'foreign', key: file, place: { file, line: 1, name, folders: [], method: '' }, collection, items, keys };
}

function placeOf(file: string, item: CollectionItem): ItemPlace {
  return { file, line: 1, name: item.name, folders: item.folders, method: methodOf(item) };
}

function withoutItems(node: PlainObject, gone: ReadonlySet<PlainObject>): PlainObject {
  if (!Array.isArray(node['item'])) return node;
  const kept = node['item'].filter((item: unknown) => !isPlainObject(item) || !gone.has(item));
  return { ...node, item: kept.map((item: unknown) => (isPlainObject(item) ? withoutItems(item, gone) : item)) };
}

function planItem({ script, name }: CollectionItem, place: ItemPlace): Planned {
  const { file } = place;
  try {
    if (script === null) throw new HarnessError('collection', 'there is no recording');
    const shown = `${file} (recording of ${name})`;
    const recorded = readRecorded(parseJson(script.recorded, shown), parseJson(script.expected, shown), file);
    return { kind: 'recorded', key: recorded.key, place, recorded };
  } catch (error) {
    if (!(error instanceof HarnessError)) throw error;
    return { kind: 'damaged', key: `${file} ${name}`, place, reason: error.message };
  }
}

function hasOuterParts(collection: PlainObject): boolean {
  const active = (node: PlainObject): boolean =>
    Array.isArray(node['event']) && node['event'].some((event) => JSON.stringify(event).includes('"exec"'));
  const walk = (node: PlainObject): boolean =>
    Array.isArray(node['item']) && (active(node) || node['item'].some((item) => isPlainObject(item) && walk(item)));
  return walk(collection) || collection['auth'] !== undefined;
}

function methodOf({ item }: CollectionItem): string {
  const request = item['request'];
  return isPlainObject(request) && typeof request['method'] === 'string' ? request['method'].toUpperCase() : 'GET';
}

/** Finds the line of each item's name, in the order of the items. */
function lineFinder(text: string, start = text.indexOf('"item"')): (name: string) => number {
  let position = start;
  let line = 1 + (text.slice(0, Math.max(0, position)).match(/\n/gu)?.length ?? 0);
  return (name) => {
    const literal = JSON.stringify(name);
    let at = text.indexOf(`"name": ${literal}`, Math.max(0, position));
    if (at === -1) at = text.indexOf(`"name":${literal}`, Math.max(0, position));
    if (at === -1) return line;
    for (let index = Math.max(0, position); index < at; index += 1) if (text.charCodeAt(index) === 10) line += 1;
    position = at + 1;
    return line;
  };
}
