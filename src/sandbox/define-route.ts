import type { SandboxAnswer, SandboxRoute, Scenario } from './route.ts';

/** A route in short: the action's address is the route's own, and Tines' record is one of the route's answers. */
export interface RouteDraft extends Pick<SandboxRoute, 'name' | 'title' | 'answer'> {
  /** What follows the route's address in the action's URL: `/widgets?limit=5`. */
  readonly path?: string;
  /** The action's options beside `url`; `method` is `get` unless said. */
  readonly options?: Readonly<Record<string, unknown>>;
  readonly credentials?: Scenario['credentials'];
  readonly data?: Scenario['data'];
  /** The answer that Tines recorded. */
  readonly recorded: SandboxAnswer;
  /** `not-tines` unless said: it fails everywhere. */
  readonly verdict?: Scenario['verdict'];
  readonly cause?: Scenario['cause'];
  readonly notCause?: Scenario['notCause'];
  readonly confidence?: Scenario['confidence'];
  readonly log?: Scenario['log'];
}

/** The route and its scenario; the action bears the route's title as its name. */
export function defineRoute(draft: RouteDraft): SandboxRoute {
  const { name, title, answer, path = '', options = {}, credentials = {}, recorded } = draft;
  const { data, cause, notCause, confidence, log } = draft;
  return {
    name,
    title,
    answer,
    scenario: {
      action: { name: title, options: { url: `{origin}/classic/${name}${path}`, method: 'get', ...options } },
      credentials,
      tines: recordOf(recorded),
      verdict: draft.verdict ?? 'not-tines',
      ...(data === undefined ? {} : { data }),
      ...(cause === undefined ? {} : { cause }),
      ...(notCause === undefined ? {} : { notCause }),
      ...(confidence === undefined ? {} : { confidence }),
      ...(log === undefined ? {} : { log }),
    },
  };
}

function recordOf({ status, headers = {}, body }: SandboxAnswer): NonNullable<Scenario['tines']> {
  if (status === 0) return { status };
  const type = typeof body === 'string' ? 'text/plain; charset=utf-8' : 'application/json; charset=utf-8';
  const given = Object.entries(headers).map(([name, value]) => [
    name.toLowerCase(),
    typeof value === 'string' ? value : value.join(', '),
  ]);
  return { status, headers: { ...(body === undefined ? {} : { 'content-type': type }), ...Object.fromEntries(given) }, body };
}
