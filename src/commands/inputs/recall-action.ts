import type { Options } from '../../cli/options.ts';
import type { Surroundings } from '../../cli/terminal/terminal.ts';
import { valueOfJson } from '../../formula/values/value-of-json.ts';
import type { Action } from '../../model/action.ts';
import type { StatusRange } from '../../model/request-spec.ts';
import type { Value } from '../../model/value.ts';
import { parseJson } from '../../parse/json/parse-json.ts';
import { recallRecords } from '../../recall/recall-records.ts';
import type { Recollection } from '../../recall/recollection.ts';
import { readDuration, readRecords } from './read-records.ts';

const usualSuccess: readonly StatusRange[] = [{ from: 200, to: 399 }];

interface Recalling {
  readonly options: Options;
  readonly surroundings: Surroundings;
  /** What counts as success, where the user said it. */
  readonly expectStatus?: readonly StatusRange[] | undefined;
}

/** What the given events and logs (`--event`, `--log`) say of the action. */
export async function recallAction(action: Action, { options, surroundings, expectStatus }: Recalling): Promise<Recollection> {
  const { events, logs } = await readRecords(options, surroundings);
  return recallRecords({
    events,
    logs,
    action,
    ...(options.run === undefined ? {} : { run: options.run }),
    success: expectStatus ?? usualSuccess,
    now: surroundings.now(),
    staleAfterMilliseconds: readDuration(options['stale-after'] ?? '24h'),
    parseJson,
  });
}

/** The data that the action could read, by action name, as values for formulas. */
export function recalledValues({ data }: Pick<Recollection, 'data'>): ReadonlyMap<string, Value> {
  return new Map([...data].map(([name, json]) => [name, valueOfJson(json)]));
}
