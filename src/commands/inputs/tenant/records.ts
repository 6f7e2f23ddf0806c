import type { Options } from '../../../cli/options.ts';
import type { Surroundings } from '../../../cli/terminal/terminal.ts';
import { memberOf } from '../../../formats/json/member-of.ts';
import { scalarText } from '../../../formats/json/scalar-text.ts';
import type { Json } from '../../../model/json.ts';
import { actionWithStory } from '../../../recall/tenant/action-with-story.ts';
import { credentialChanges } from '../../../recall/tenant/credential-changes.ts';
import { fetchAction } from '../../../recall/tenant/fetch-action.ts';
import { printJson } from '../../../recall/tenant/print-json.ts';
import type { TenantRecords } from '../../../recall/tenant/tenant-records.ts';
import { openTenant } from './access.ts';
import { requireActionId } from './options.ts';
import { prepareRerun } from './rerun.ts';

/** What a tenant has of the action to compare, each document to be read like a file that the user gives. */
export interface FetchedRecords {
  /** The action with its story's template inputs. */
  readonly action: Json;
  readonly events: Json;
  readonly logs: Json;
  /** When its credentials were changed in the tenant, by name. */
  readonly changes: ReadonlyMap<string, Date>;
  /** With `--rerun`, to which the user has agreed: runs the action in Tines, once, and gives what comes of it. */
  readonly rerun?: () => Promise<FreshRecords>;
}

/** What a rerun recorded. */
export type FreshRecords = Pick<TenantRecords, 'events' | 'logs'>;

/**
 * Fetches the action of `--tenant` and `--action-id` with its newest events and logs; with `--rerun` asks whether to run it in Tines. Says on
 * standard error what was fetched.
 * @throws HarnessError `usage`, `tenant` or `writes-refused`.
 */
export async function fetchForCompare(options: Options, surroundings: Surroundings): Promise<FetchedRecords> {
  const actionId = requireActionId(options);
  const { terminal } = surroundings;
  const access = await openTenant(options, surroundings);
  const known = await fetchAction(access, actionId);
  terminal.tell(
    `fetched the action ${actionId}: ${count(known.events, 'events', 'event')}, ${count(known.logs, 'action_logs', 'log line')}`,
  );
  const action = actionWithStory(known);
  const changes = printJson(action).includes('CREDENTIAL')
    ? await credentialChanges(access, scalarText(memberOf(known.action, 'team_id')))
    : new Map<string, Date>();
  const records = { action, events: known.events, logs: known.logs, changes };
  if (options.rerun !== true) return records;
  return { ...records, rerun: await prepareRerun(access, { actionId, known, options, terminal }) };
}

function count(json: Json, key: string, noun: string): string {
  const list = memberOf(json, key);
  const number = list?.kind === 'array' ? list.items.length : 0;
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
