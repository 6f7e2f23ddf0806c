import type { Json } from '../model/json.ts';
import { memberOf } from '../recall/member-of.ts';
import { actionWithStory } from '../recall/tenant/action-with-story.ts';
import { fetchAction } from '../recall/tenant/fetch-action.ts';
import type { Options } from './options.ts';
import { openTenant } from './tenant-access.ts';
import { requireActionId } from './tenant-options.ts';
import { rerunInTenant } from './tenant-rerun.ts';
import type { Surroundings } from './terminal.ts';

/** What a tenant has of the action to compare, each document to be read like a file that the user gives. */
export interface FetchedRecords {
  /** The action with its story's template inputs. */
  readonly action: Json;
  /** Two of each after a rerun: what was there before, and what came of it. */
  readonly events: readonly Json[];
  readonly logs: readonly Json[];
}

/**
 * Fetches the action of `--tenant` and `--action-id` with its newest events and logs; with `--rerun` runs it in Tines first, if the user
 * agrees. Says on standard error what was fetched.
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
  if (options.rerun !== true) return { action, events: [known.events], logs: [known.logs] };
  const fresh = await rerunInTenant(access, { actionId, known, options, terminal });
  return { action, events: [known.events, fresh.events], logs: [known.logs, fresh.logs] };
}

function count(json: Json, key: string, noun: string): string {
  const list = memberOf(json, key);
  const number = list?.kind === 'array' ? list.items.length : 0;
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
