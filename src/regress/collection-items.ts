import { readRecordedScript } from './recording/recorded-script.ts';

/** A JSON object of a collection, as parsed. */
export type PlainObject = { readonly [member: string]: unknown };

/** One request of a collection. */
export interface CollectionItem {
  readonly name: string;
  readonly folders: readonly string[];
  /** Counted from 0 through the whole collection, in the order of a run. */
  readonly index: number;
  readonly item: PlainObject;
  /** The texts of our script; null where the request is anybody's. */
  readonly script: { readonly recorded: string; readonly expected: string } | null;
}

/** True for a JSON object. */
export function isPlainObject(value: unknown): value is PlainObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Every request of a collection (format 2.x), folders opened, in the order of a run. */
export function collectionItems(collection: PlainObject): readonly CollectionItem[] {
  const found: CollectionItem[] = [];
  const walk = (items: unknown, folders: readonly string[]): void => {
    for (const item of Array.isArray(items) ? items : []) {
      if (!isPlainObject(item)) continue;
      const name = typeof item['name'] === 'string' ? item['name'] : '';
      // As Newman tells them apart: what has no request is still an item, whose request fails.
      if (item['item']) walk(item['item'], [...folders, name]);
      else found.push({ name, folders, index: found.length, item, script: recordedScriptOf(item) });
    }
  };
  walk(collection['item'], []);
  return found;
}

/** The lines of a script in an event; empty where there are none. */
export function scriptLines(event: unknown): readonly string[] {
  const script = isPlainObject(event) ? event['script'] : undefined;
  const exec = isPlainObject(script) ? script['exec'] : script;
  if (typeof exec === 'string') return exec.split('\n');
  return Array.isArray(exec) ? exec.map(String) : [];
}

function recordedScriptOf(item: PlainObject): CollectionItem['script'] {
  const events: readonly unknown[] = Array.isArray(item['event']) ? item['event'] : [];
  const scripts = events.map((event) => ({ lines: scriptLines(event), script: readRecordedScript(scriptLines(event)) }));
  const ours = scripts.find(({ script }) => script !== null)?.script ?? null;
  // A script of someone else's may change the request or ask for more: then only the full Newman tells how the item ends.
  return scripts.every(({ script, lines }) => script !== null || lines.every((line) => line.trim() === '')) ? ours : null;
}
