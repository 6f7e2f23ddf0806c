import { memberOf } from '../../formats/json/member-of.ts';
import { scalarText } from '../../formats/json/scalar-text.ts';
import { HarnessError } from '../../harness-error.ts';
import type { Json } from '../../model/json.ts';
import { askTenant } from './ask-tenant.ts';
import { checkedId } from './fetch-action.ts';
import { listNewest } from './list-newest.ts';
import type { RerunPlan } from './plan-rerun.ts';
import type { TenantAccess } from './tenant-access.ts';
import type { TenantRecords } from './tenant-records.ts';

interface Rerun {
  readonly actionId: number;
  readonly plan: RerunPlan;
  /** What was fetched before: anything newer is of this run. */
  readonly known: TenantRecords;
  /** How long new records are waited for; counted in pauses. */
  readonly patienceMilliseconds: number;
}

/**
 * Runs the action in the tenant now and waits for its new event or error line: the one thing here that changes a tenant; the user has to
 * ask for it. The records given back are of this run only.
 * @throws HarnessError `tenant` where the tenant refuses, or nothing new comes in time.
 */
export async function rerunAction(access: TenantAccess, rerun: Rerun): Promise<TenantRecords> {
  const { known, plan } = rerun;
  const actionId = checkedId(rerun.actionId);
  const path = plan.kind === 'run' ? `/actions/${actionId}/run` : `/events/${plan.eventId}/reemit`;
  await askTenant(access, { method: 'POST', path });
  let waited = 0;
  let isSettled = false;
  for (let pause = 1000; ; pause = Math.min(5000, Math.round(pause * 1.5))) {
    await access.sleep(pause, access.signal);
    waited += pause;
    const fresh = await fetchNewer(access, actionId, known);
    const hasEvent = fresh.events.length > 0;
    const hasError = fresh.logs.some((entry) => scalarText(memberOf(entry, 'level')) === '4');
    // The event and the log are written apart: one more look gives the other.
    if (isSettled || (hasEvent && fresh.logs.length > 0)) {
      return { ...known, events: list('events', fresh.events), logs: list('action_logs', fresh.logs) };
    }
    isSettled = hasEvent || hasError;
    if (waited >= rerun.patienceMilliseconds && !isSettled) throw nothingNew(waited);
  }
}

interface Newer {
  readonly events: readonly Json[];
  readonly logs: readonly Json[];
}

async function fetchNewer(access: TenantAccess, actionId: number, known: TenantRecords): Promise<Newer> {
  const [lastEvent, lastLog] = [newestId(known.events, 'events'), newestId(known.logs, 'action_logs')];
  const quiet = { ...access, warn: () => {} };
  const since = lastEvent === undefined ? '' : `?since_id=${lastEvent}`;
  const events = await listNewest(quiet, { path: `/actions/${actionId}/events${since}`, key: 'events', perPage: 20, pages: 1 });
  const logs = await listNewest(quiet, { path: `/actions/${actionId}/logs`, key: 'action_logs', perPage: 50, pages: 1 });
  return { events: newerThan(events, 'events', lastEvent), logs: newerThan(logs, 'action_logs', lastLog) };
}

function itemsOf(json: Json, key: string): readonly Json[] {
  const items = memberOf(json, key);
  return items?.kind === 'array' ? items.items : [];
}

function idOf(json: Json): bigint | undefined {
  const id = scalarText(memberOf(json, 'id'));
  return id !== undefined && /^\d{1,30}$/u.test(id) ? BigInt(id) : undefined;
}

function newestId(json: Json, key: string): bigint | undefined {
  return itemsOf(json, key).reduce<bigint | undefined>((newest, item) => {
    const id = idOf(item);
    return id !== undefined && (newest === undefined || id > newest) ? id : newest;
  }, undefined);
}

function newerThan(json: Json, key: string, last: bigint | undefined): readonly Json[] {
  return itemsOf(json, key).filter((item) => last === undefined || (idOf(item) ?? 0n) > last);
}

function list(key: string, items: readonly Json[]): Json {
  return { kind: 'object', members: [{ key, value: { kind: 'array', items } }] };
}

function nothingNew(waited: number): HarnessError {
  return new HarnessError(
    'tenant',
    `the action was started, and no new event or error came in ${Math.round(waited / 1000)} seconds`,
    {
      hint: 'Look at the action in Tines; it may be disabled, or wait for a retry. Run without --rerun to compare with what is recorded.',
    },
  );
}
