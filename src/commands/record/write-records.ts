import { writeFiles } from '../../cli/files/write-files.ts';
import type { Json } from '../../model/json.ts';
import { printJson } from '../../recall/tenant/print-json.ts';

const names = ['action', 'actions', 'events', 'logs', 'story'] as const;

/** What is fetched, by the name of its file without `.json`. */
export type NamedRecords = { readonly [Name in (typeof names)[number]]?: Json };

/**
 * Writes each record as a file of its own, whole or not at all, for the user alone: events hold secrets. Gives the files' paths.
 * @throws HarnessError `unwritable-file`.
 */
export async function writeRecords(records: NamedRecords, directory: string): Promise<readonly string[]> {
  const files = names.flatMap((name) => {
    const json = records[name];
    return json === undefined ? [] : [{ name: `${name}.json`, content: `${printJson(json)}\n` }];
  });
  return writeFiles(directory, files);
}
