import type { SandboxAnswer, SandboxRequest, SandboxRoute } from '../route.ts';
import { keepInbound, keepRecorded } from './keep-run.ts';
import { paginate } from './paginate.ts';
import { createRateLimiter, documentedLimits, type RateLimits } from './rate-limiter.ts';
import { runInTenant } from './run-in-tenant.ts';
import { exportStory, showAction } from './show-action.ts';
import { sandboxTenantToken } from './tenant-token.ts';
import { storyId, type TenantAction, type TenantEvent, type TenantWorld, tenantActions } from './tenant-world.ts';

/** Answers requests to `/api/v1/…` as a Tines tenant does whose actions are the sandbox's scenarios. */
export type PretendTenant = (request: SandboxRequest) => SandboxAnswer;

export interface PretendTenantSettings {
  readonly limits?: RateLimits;
  /** Milliseconds, for the limits alone. */
  readonly now?: () => number;
}

const missing: SandboxAnswer = { status: 404, body: { error: 'Not found' } };

/** A tenant with the recorded runs of the scenarios; running an action sends its request for real and adds a run. */
export function createPretendTenant(
  routes: readonly SandboxRoute[],
  { limits = documentedLimits, now = Date.now }: PretendTenantSettings = {},
): PretendTenant {
  const limiter = createRateLimiter(limits, now);
  let world: TenantWorld | undefined;
  return (request) => {
    const path = request.path.replace(/^\/api\/v1/u, '').replace(/\/$/u, '');
    if (request.headers.authorization !== `Bearer ${sandboxTenantToken}`)
      return { status: 401, body: { error: 'Invalid credentials' } };
    const wait = limiter(path);
    if (wait !== undefined)
      return { status: 429, headers: { 'Retry-After': String(wait) }, body: { error: 'Rate limit exceeded' } };
    world ??= firstWorld(routes, request.origin);
    return answer(world, request, path);
  };
}

function firstWorld(routes: readonly SandboxRoute[], origin: string): TenantWorld {
  const world: TenantWorld = { actions: tenantActions(routes, origin), events: [], logs: [] };
  const at = new Date(Date.now() - 60_000);
  for (const action of world.actions) {
    if (action.recorded === undefined) continue;
    keepRecorded(world, action, { at, inbound: keepInbound(world, action, { at, isAgain: false }) });
  }
  return world;
}

function answer(world: TenantWorld, request: SandboxRequest, path: string): SandboxAnswer {
  const [, area = '', id, detail] = path.split('/');
  const list = (key: string, items: readonly unknown[]): SandboxAnswer => ({
    status: 200,
    body: paginate(key, items, { address: `${request.origin}${request.path}`, query: request.query }),
  });
  if (request.method === 'POST') return change(world, path);
  if (request.method !== 'GET') return { status: 405, body: { error: 'Method not allowed' } };
  if (area === 'actions' || area === 'agents') {
    if (id === undefined) return list('agents', actionsOf(world, request.query));
    const action = world.actions.find((candidate) => String(candidate.id) === id);
    if (action === undefined) return missing;
    if (detail === undefined) return { status: 200, body: showAction(action, world) };
    if (detail === 'events') return list('events', newestEvents(world, request.query, action));
    return detail === 'logs' ? list('action_logs', newestLogs(world, request.query, action)) : missing;
  }
  if (area === 'events') {
    if (id === undefined) return list('events', newestEvents(world, request.query));
    const event = world.events.find((candidate) => String(candidate.id) === id);
    return event === undefined ? missing : { status: 200, body: event };
  }
  if (area === 'stories' && id === String(storyId)) {
    if (detail === undefined)
      return {
        status: 200,
        body: {
          id: storyId,
          name: 'Sandbox scenarios',
          guid: 'f'.repeat(32),
          team_id: 1,
          mode: 'LIVE',
          keep_events_for: 604_800,
        },
      };
    return detail === 'export' ? { status: 200, body: exportStory(world) } : missing;
  }
  if (path === '/user_credentials') return list('user_credentials', credentialsOf(world));
  if (path === '/global_resources') return list('global_resources', []);
  return path === '/info' ? { status: 200, body: { stack: { name: 'sandbox', type: 'shared', region: 'local' } } } : missing;
}

/** Starts a run and answers at once, as Tines does: the event and the log come later. */
function change(world: TenantWorld, path: string): SandboxAnswer {
  const run = /^\/(?:actions|agents)\/(\d+)\/run$/u.exec(path)?.[1];
  const action = world.actions.find(({ id }) => String(id) === run);
  if (action !== undefined) {
    runInTenant(world, action, undefined).catch(() => {});
    return { status: 200, body: showAction(action, world) };
  }
  const eventId = /^\/events\/(\d+)\/reemit$/u.exec(path)?.[1];
  const event = world.events.find(({ id }) => String(id) === eventId);
  const receiver =
    event === undefined
      ? undefined
      : world.actions.find(
          ({ id }) =>
            world.events.some((other) => other.agent_id === id && other.previous_event_ids.includes(event.id)) ||
            world.logs.some((log) => log.agent_id === id && log.inbound_event?.id === event.id),
        );
  if (event === undefined || receiver === undefined) return missing;
  const again = keepInbound(world, receiver, { at: new Date(), isAgain: true });
  runInTenant(world, receiver, again).catch(() => {});
  return { status: 200, body: again };
}

function actionsOf(world: TenantWorld, query: URLSearchParams): readonly unknown[] {
  const story = query.get('story_id');
  return story === null || story === String(storyId) ? world.actions.map((action) => showAction(action, world)) : [];
}

function newestEvents({ events }: TenantWorld, query: URLSearchParams, action?: TenantAction): readonly TenantEvent[] {
  const [since, until] = [Number(query.get('since_id') ?? 0), Number(query.get('until_id') ?? Number.MAX_SAFE_INTEGER)];
  return events
    .filter(({ id, agent_id }) => id > since && id <= until && (action === undefined || agent_id === action.id))
    .reverse();
}

function newestLogs({ logs }: TenantWorld, query: URLSearchParams, action: TenantAction): readonly unknown[] {
  const level = query.get('level');
  return logs
    .filter((log) => log.agent_id === action.id && (level === null || String(log.level) === level))
    .map(({ agent_id: _, ...log }) => log)
    .reverse();
}

function credentialsOf({ actions }: TenantWorld): readonly unknown[] {
  const names = [...new Set(actions.flatMap(({ credentials }) => Object.keys(credentials)))];
  return names.map((name, index) => ({
    id: index + 1,
    name,
    slug: name,
    mode: 'TEXT',
    team_id: 1,
    folder_id: null,
    read_access: 'TEAM',
    shared_team_slugs: [],
    description: '',
    allowed_hosts: ['127.0.0.1', 'localhost'],
    metadata: {},
    test_credential_enabled: false,
  }));
}
