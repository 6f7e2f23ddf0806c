import { memberOf } from '../../formats/json/member-of.ts';
import { scalarText } from '../../formats/json/scalar-text.ts';
import { HarnessError } from '../../harness-error.ts';
import type { Json } from '../../model/json.ts';
import { readLogs } from '../log/read-logs.ts';
import { askTenant } from './ask-tenant.ts';
import { listNewest } from './list-newest.ts';
import type { TenantAccess } from './tenant-access.ts';
import type { TenantRecords, TenantStory } from './tenant-records.ts';

/**
 * The action, its newest events and logs, and its story's export. Only reads.
 * @throws HarnessError `tenant`; a story that the key may not read is a warning.
 */
export async function fetchAction(access: TenantAccess, actionId: number): Promise<TenantRecords> {
  const action = await askTenant(access, { path: `/actions/${checkedId(actionId)}` });
  const records = { action, ...(await fetchRuns(access, actionId)) };
  const storyId = scalarText(memberOf(action, 'story_id'));
  const story = storyId === undefined || !/^\d+$/u.test(storyId) ? undefined : await tryStory(access, Number(storyId));
  return story === undefined ? records : { ...records, story };
}

/** The story's export, and its actions with their ids. Only reads. Throws HarnessError `tenant`. */
export async function fetchStory(access: TenantAccess, storyId: number): Promise<TenantStory> {
  const story = await askTenant(access, { path: `/stories/${checkedId(storyId)}/export` });
  const actions = await listNewest(access, { path: `/actions?story_id=${storyId}`, key: 'agents', perPage: 500, pages: 4 });
  return { story, actions };
}

/** The newest events and logs of an action, and the event behind the newest error line, which may have emitted none. */
export async function fetchRuns(access: TenantAccess, actionId: number): Promise<Pick<TenantRecords, 'events' | 'logs'>> {
  const events = await listNewest(access, { path: `/actions/${actionId}/events`, key: 'events', perPage: 50, pages: 2 });
  const logs = await listNewest(access, { path: `/actions/${actionId}/logs`, key: 'action_logs', perPage: 100, pages: 1 });
  const failed = readLogs([logs], access.parseJson).find(({ level, inbound }) => level === 4 && inbound !== undefined);
  const inbound =
    failed?.inbound === undefined || !/^\d+$/u.test(failed.inbound) ? undefined : await tryEvent(access, failed.inbound);
  return { events: inbound === undefined ? events : withEvent(events, inbound), logs };
}

/** Ids go into addresses: digits only. */
export function checkedId(id: number): number {
  if (Number.isSafeInteger(id) && id >= 0) return id;
  throw new HarnessError('tenant', `‹${id}› is no id`, { hint: 'The id is the number in the address of the action’s page.' });
}

async function tryStory(access: TenantAccess, storyId: number): Promise<Json | undefined> {
  try {
    return await askTenant(access, { path: `/stories/${storyId}/export` });
  } catch (error) {
    if (!(error instanceof HarnessError)) throw error;
    access.warn(`the story cannot be read, so values of template inputs (INPUT) are not known: ${error.message}`);
    return undefined;
  }
}

async function tryEvent(access: TenantAccess, id: string): Promise<Json | undefined> {
  try {
    return await askTenant(access, { path: `/events/${id}` });
  } catch (error) {
    if (!(error instanceof HarnessError)) throw error;
    access.warn(`the event that came in cannot be read: ${error.message}`);
    return undefined;
  }
}

function withEvent(events: Json, event: Json): Json {
  const list = memberOf(events, 'events');
  const items = list?.kind === 'array' ? list.items : [];
  return { kind: 'object', members: [{ key: 'events', value: { kind: 'array', items: [...items, event] } }] };
}
