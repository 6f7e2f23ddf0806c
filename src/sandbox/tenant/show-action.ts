import { storyId, type TenantAction, type TenantWorld, webhookId } from './tenant-world.ts';

const started = '2026-01-01T08:00:00Z';

/** An action as the API shows it. */
export function showAction(action: TenantAction, { events, logs }: TenantWorld): Readonly<Record<string, unknown>> {
  const mine = events.filter(({ agent_id }) => agent_id === action.id);
  const lines = logs.filter(({ agent_id }) => agent_id === action.id);
  return {
    id: action.id,
    type: 'Agents::HTTPRequestAgent',
    user_id: 1,
    options: action.options,
    name: action.name,
    description: null,
    schedule: null,
    events_count: mine.length,
    logs_count: lines.length,
    created_at: started,
    updated_at: started,
    last_event_at: mine.at(-1)?.created_at ?? null,
    last_error_log_at: lines.findLast(({ level }) => level === 4)?.created_at ?? null,
    disabled: false,
    guid: action.guid,
    story_id: storyId,
    story_mode: 'LIVE',
    team_id: 1,
    sources: [webhookId],
    receivers: [],
  };
}

/** The story's export: the webhook and every action. */
export function exportStory({ actions }: TenantWorld): Readonly<Record<string, unknown>> {
  const agents = [
    {
      type: 'Agents::WebhookAgent',
      name: 'Start scenario',
      disabled: false,
      guid: '0'.repeat(32),
      options: { path: 'start', secret: 'scenario', verbs: 'get,post' },
    },
    ...actions.map(({ name, guid, options }) => ({
      type: 'Agents::HTTPRequestAgent',
      name,
      disabled: false,
      description: null,
      guid,
      options,
      schedule: null,
    })),
  ];
  return {
    schema_version: 30,
    standard_lib_version: 92,
    action_runtime_version: 83,
    name: 'Sandbox scenarios',
    guid: 'f'.repeat(32),
    slug: 'sandbox_scenarios',
    agents,
    links: actions.map((_, index) => ({ source: 0, receiver: index + 1 })),
    integrations: [],
    exported_at: started,
  };
}
