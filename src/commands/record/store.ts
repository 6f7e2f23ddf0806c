import path from 'node:path';
import { createDirectory } from '../../cli/files/create-directory.ts';
import { safeFileName } from '../../cli/files/write-files.ts';
import { stableId } from '../../emit/postman/stable-id.ts';
import { HarnessError } from '../../harness-error.ts';
import type { Action } from '../../model/action.ts';
import { isPlainObject, type PlainObject } from '../../regress/collection-items.ts';
import { mergeCollection } from '../../regress/recording/merge-collection.ts';
import { changeFile } from '../regress/lock.ts';
import { readKey } from '../regress/read-key.ts';
import type { RecordedAction } from './record-action.ts';

/** Where recordings go. What was announced as recorded is on the disk. */
export interface RecordStore {
  /** Keeps a recording: at once, or with others of its story a little later. */
  readonly add: (action: Action, recorded: RecordedAction, story: RecordedStory | null) => Promise<void>;
  /** Writes what is left. May be called again. */
  readonly finish: () => Promise<void>;
}

/** The actions that are recorded together, in the order of their file. */
export interface RecordedStory {
  readonly order: readonly string[];
}

interface StoreOptions {
  readonly directory: string;
  /** The directory as the user named it. */
  readonly shown: string;
  readonly tell: (text: string) => void;
}

interface Waiting {
  readonly name: string;
  readonly order: readonly string[];
  readonly folders: boolean;
  readonly recordings: RecordedAction[];
}

const leastPause = 1000;
/** Writing a large collection takes long: at most a tenth of the time goes into it. */
const pauseFactor = 9;

/** A store that merges recordings into the collections of a directory. */
export function createRecordStore({ directory, shown, tell }: StoreOptions): RecordStore {
  const waiting = new Map<string, Waiting>();
  let writing = Promise.resolve();
  let next = Number.NEGATIVE_INFINITY;

  const flush = async (): Promise<void> => {
    const start = performance.now();
    next = Number.POSITIVE_INFINITY;
    for (const [file, { name, order, folders, recordings }] of [...waiting]) {
      waiting.delete(file);
      await makeDirectory(directory, shown);
      await changeFile(path.join(directory, file), (text) => {
        const collection = text === null ? emptyCollection(name, recordings) : parseCollection(text, path.join(shown, file));
        return `${JSON.stringify(mergeCollection({ collection, recordings, order, folders, keyOf: readKey }), null, 2)}\n`;
      });
      for (const { item, report } of recordings)
        tell(`recorded ‹${String(item['name'])}› (${report.verdict.code}) in ${path.join(shown, file)}`);
    }
    const end = performance.now();
    next = end + Math.max(leastPause, pauseFactor * (end - start));
  };
  const inTurn = (): Promise<void> => {
    writing = writing.then(flush, flush);
    return writing;
  };
  return {
    add: async (action, recorded, together) => {
      const story =
        together !== null ? (action.story?.name ?? path.basename(action.source.file).replace(/\.[^.]*$/u, '')) : undefined;
      const name = story ?? (action.name || 'Tines action');
      const file = `${safeFileName(name)}.postman_collection.json`;
      const known = waiting.get(file) ?? { name, order: together?.order ?? [], folders: story !== undefined, recordings: [] };
      known.recordings.push(recorded);
      waiting.set(file, known);
      if (together === null || performance.now() > next) await inTurn();
    },
    finish: inTurn,
  };
}

async function makeDirectory(directory: string, shown: string): Promise<void> {
  try {
    await createDirectory(directory);
  } catch (error) {
    throw new HarnessError(
      'unwritable-file',
      `the directory ‹${shown}› cannot be made (${error instanceof Error && 'code' in error ? error.code : 'unknown reason'})`,
      { hint: 'choose another with --out DIR' },
    );
  }
}

function emptyCollection(name: string, recordings: readonly RecordedAction[]): PlainObject {
  const secrets = [
    ...new Set(
      recordings.flatMap(({ item }) =>
        [...JSON.stringify(item['request']).matchAll(/\{\{([a-z0-9_]+)\}\}/gu)].map(([, key]) => key ?? ''),
      ),
    ),
  ];
  const environment = secrets.length === 0 ? '' : ` Values for it, by --env-var or an environment: ${secrets.join(', ')}.`;
  return {
    info: {
      _postman_id: stableId(`regression collection ${name}`),
      name,
      description: `Recorded by tines-compare. Run it with ‹tines-compare regress›, or with newman, or in Postman.${environment}`,
      schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json',
    },
    item: [],
  };
}

function parseCollection(text: string, file: string): PlainObject {
  try {
    const parsed: unknown = JSON.parse(text);
    if (isPlainObject(parsed) && isPlainObject(parsed['info']) && Array.isArray(parsed['item'])) return parsed;
  } catch {
    // Said below.
  }
  throw new HarnessError('collection', `‹${file}› is there and is no Postman collection, so nothing was recorded into it`, {
    hint: 'move it away, or choose another directory with --out DIR',
  });
}
