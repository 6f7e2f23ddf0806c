import { valueOfJson } from '../formula/value-of-json.ts';
import type { Action } from '../model/action.ts';
import type { Value } from '../model/value.ts';
import { parseJson } from '../parse/parse-json.ts';
import { recallRecords } from '../recall/recall-records.ts';
import type { Options } from './options.ts';
import { readDuration, readRecords } from './read-records.ts';
import type { Surroundings } from './terminal.ts';

/** What the given events and logs say of the data that the action could read, by action name. */
export async function recordRecall(
  action: Action,
  options: Options,
  surroundings: Surroundings,
): Promise<ReadonlyMap<string, Value>> {
  const { events, logs } = await readRecords(options, surroundings);
  const { data } = recallRecords({
    events,
    logs,
    action,
    ...(options.run === undefined ? {} : { run: options.run }),
    success: [{ from: 200, to: 399 }],
    now: surroundings.now(),
    staleAfterMilliseconds: readDuration(options['stale-after'] ?? '24h'),
    parseJson,
  });
  return new Map([...data].map(([name, json]) => [name, valueOfJson(json)]));
}
