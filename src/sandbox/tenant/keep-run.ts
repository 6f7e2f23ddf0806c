import { randomUUID } from 'node:crypto';
import { renderRequest } from './rendered-request.ts';
import { storyId, type TenantAction, type TenantEvent, type TenantWorld, webhookId } from './tenant-world.ts';

const mask = '*'.repeat(16);

/** What a run leaves behind. */
export interface RunRecord {
  readonly action: TenantAction;
  readonly at: Date;
  /** What the action adds to its event; null where it got no answer and emits none. */
  readonly part: Readonly<Record<string, unknown>> | null;
  /** Why there was no answer. */
  readonly error?: string;
  /** Further lines of the log: errors where there was no answer, else warnings. */
  readonly messages?: readonly string[];
  readonly inbound?: TenantEvent;
}

/** Adds a run's log lines and event: the request with credentials masked, the failure, the cumulative payload. */
export function keepRun(world: TenantWorld, { action, at, part, error, messages = [], inbound }: RunRecord): void {
  const run = inbound?.story_run_guid ?? randomUUID();
  const time = at.toISOString();
  const log = (level: number, message: string): void => {
    const inboundEvent = inbound === undefined ? null : { id: inbound.id, story_run_guid: run };
    world.logs.push({
      id: world.logs.length + 1,
      agent_id: action.id,
      level,
      message,
      created_at: time,
      inbound_event: inboundEvent,
    });
  };
  log(3, sendingMessage(action));
  const status = Number(part?.status ?? 0);
  for (const message of messages) log(part === null ? 4 : 2, message);
  if (error !== undefined) log(4, error);
  else if (status >= 400) log(4, `Failed with ${status} status code`);
  if (part === null) return;
  const payload = { ...inbound?.payload, [snakeCase(action.name)]: part };
  addEvent(world, {
    agent_id: action.id,
    payload,
    time,
    run,
    previous: inbound === undefined ? [] : [inbound.id],
    isAgain: false,
  });
}

/** Adds the run that a scenario has on record, if it has one. */
export function keepRecorded(world: TenantWorld, action: TenantAction, { at, inbound }: Pick<RunRecord, 'at' | 'inbound'>): void {
  if (action.recorded === undefined) return;
  const { status, headers = {}, body = '' } = action.recorded;
  const run = { action, at, messages: action.log, ...(inbound === undefined ? {} : { inbound }) };
  if (status !== 0) keepRun(world, { ...run, part: { body, headers, status } });
  else keepRun(world, { ...run, part: null, ...(action.log.length > 0 ? {} : { error: 'execution expired' }) });
}

/** The event that sets an action off, as the story's webhook emits it. */
export function keepInbound(
  world: TenantWorld,
  action: TenantAction,
  { at, isAgain }: { readonly at: Date; readonly isAgain: boolean },
): TenantEvent {
  const payload = { ...action.data, start_scenario: { action_id: action.id, story_id: storyId } };
  return addEvent(world, { agent_id: webhookId, payload, time: at.toISOString(), run: randomUUID(), previous: [], isAgain });
}

interface NewEvent {
  readonly agent_id: number;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly time: string;
  readonly run: string;
  readonly previous: readonly number[];
  readonly isAgain: boolean;
}

function addEvent({ events }: TenantWorld, { agent_id, payload, time, run, previous, isAgain }: NewEvent): TenantEvent {
  const event: TenantEvent = {
    id: 70_001 + events.length,
    agent_id,
    payload,
    created_at: time,
    updated_at: time,
    story_run_guid: run,
    previous_event_ids: previous,
    re_emitted: isAgain,
  };
  events.push(event);
  return event;
}

function sendingMessage({ options, data, credentials }: TenantAction): string {
  const { url, params, body, headers, method } = renderRequest(options, {
    credential: (name) => (credentials[name.toLowerCase()] ? mask : ''),
    data,
  });
  return `Sending request to ${url} with options:\n ${JSON.stringify({ url, params, body, headers, method }, null, 1)}`;
}

function snakeCase(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '_')
    .replace(/^_+|_+$/gu, '');
}
