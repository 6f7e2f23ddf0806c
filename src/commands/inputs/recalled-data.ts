import type { Options } from '../../cli/options.ts';
import type { Surroundings } from '../../cli/terminal/terminal.ts';
import { valueOfJson } from '../../formula/values/value-of-json.ts';
import type { Json } from '../../model/json.ts';
import type { Value } from '../../model/value.ts';
import { memberOf } from '../../parse/json/json-fields.ts';
import { readRecords } from './read-records.ts';

/** The data of `--event` files where no action is meant: each event's payload by action name. */
export async function recalledData(options: Options, surroundings: Surroundings): Promise<ReadonlyMap<string, Value>> {
  const { events } = await readRecords(options, surroundings);
  const data = new Map<string, Value>();
  for (const event of events.flatMap(listOf)) {
    const payload = event.kind === 'object' ? (memberOf(event, 'payload') ?? event) : event;
    if (payload.kind !== 'object') continue;
    for (const { key, value } of payload.members) data.set(key.toLowerCase(), valueOfJson(value));
  }
  return data;
}

function listOf(json: Json): readonly Json[] {
  if (json.kind === 'array') return json.items;
  const events = json.kind === 'object' ? memberOf(json, 'events') : undefined;
  return events?.kind === 'array' ? events.items : [json];
}
