import { createHash } from 'node:crypto';
import type { SandboxRoute } from '../route.ts';

/** An action of the pretend tenant: a scenario of the sandbox. */
export interface TenantAction {
  readonly id: number;
  readonly guid: string;
  readonly name: string;
  readonly options: Readonly<Record<string, unknown>>;
  readonly credentials: Readonly<Record<string, string>>;
  /** What earlier actions of the story emitted, by snake-cased name. */
  readonly data: Readonly<Record<string, unknown>>;
  /** Messages of its log beside the request. */
  readonly log: readonly string[];
  /** True where Tines itself, or its network, makes the call fail: running it again fails in the same way, and sends nothing. */
  readonly failsInTines: boolean;
  readonly recorded?: { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: unknown };
}

export interface TenantEvent {
  readonly id: number;
  readonly agent_id: number;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly created_at: string;
  readonly updated_at: string;
  readonly story_run_guid: string;
  readonly previous_event_ids: readonly number[];
  readonly re_emitted: boolean;
}

export interface TenantLog {
  readonly id: number;
  readonly agent_id: number;
  readonly level: number;
  readonly message: string;
  readonly created_at: string;
  readonly inbound_event: { readonly id: number; readonly story_run_guid: string } | null;
}

/** All that the pretend tenant keeps; events and logs grow, the oldest first. */
export interface TenantWorld {
  readonly actions: readonly TenantAction[];
  readonly events: TenantEvent[];
  readonly logs: TenantLog[];
}

export const storyId = 7;
export const webhookId = 1000;

/** Where Tines uses another value than the one that its user has in hand. */
const tinesOwn: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'credential-in-tines-differs': { widgets_api: 'sandbox-token-of-last-year' },
};

/** The actions of the sandbox's routes, their addresses those of this sandbox. */
export function tenantActions(routes: readonly SandboxRoute[], origin: string): readonly TenantAction[] {
  return routes.map(({ name, scenario: { action, credentials, data = {}, log = [], tines } }, index) => ({
    id: webhookId + 1 + index,
    guid: createHash('md5').update(name).digest('hex'),
    name: action.name,
    options: withOrigin(action.options, origin),
    credentials: { ...credentials, ...tinesOwn[name] },
    data,
    log,
    failsInTines: name.startsWith('tines-'),
    ...(tines === undefined ? {} : { recorded: tines }),
  }));
}

function withOrigin(options: Readonly<Record<string, unknown>>, origin: string): Readonly<Record<string, unknown>> {
  const filled: unknown = JSON.parse(
    JSON.stringify(options).replaceAll('{origin}', origin).replaceAll('{otherOrigin}', origin.replace('127.0.0.1', 'localhost')),
  );
  return typeof filled === 'object' && filled !== null ? { ...filled } : {};
}
