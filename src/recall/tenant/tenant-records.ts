import type { Json } from '../../model/json.ts';

/** What a tenant has of one action, as its API answers; each can be read like a file that a user gives. */
export interface TenantRecords {
  readonly action: Json;
  /** `{"events": […]}`, the newest pages. */
  readonly events: Json;
  /** `{"action_logs": […]}`, the newest page. */
  readonly logs: Json;
  /** The export of the action's story, which has the values of its template inputs; absent where the key may not read it. */
  readonly story?: Json;
}

/** What a tenant has of one story. */
export interface TenantStory {
  readonly story: Json;
  /** `{"agents": […]}`: the story's actions with their ids. */
  readonly actions: Json;
}
