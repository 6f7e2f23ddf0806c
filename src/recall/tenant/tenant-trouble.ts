import { HarnessError } from '../../harness-error.ts';

/** A refused request, for a message. */
export interface Refusal {
  readonly status: number;
  /** `GET https://example.tines.com/api/v1/actions/21`. */
  readonly request: string;
  /** What the tenant said of it, without the key. */
  readonly said: string;
  /** Where a redirect leads. */
  readonly location?: string;
}

/** The error for an answer that is none of 2xx, with what to do about it. */
export function tenantTrouble({ status, request, said, location }: Refusal): HarnessError {
  const words = said === '' ? '' : `: ${said}`;
  const target = location === undefined ? '' : ` to ‹${location}›`;
  const message =
    status >= 300 && status < 400
      ? `the tenant redirects ‹${request}›${target}`
      : `the tenant answers ‹${request}› with ${status}${words}`;
  return new HarnessError('tenant', message, { hint: hintFor(status) });
}

function hintFor(status: number): string {
  if (status >= 300 && status < 400) return 'Give the address that it leads to with --tenant; the API key is not sent on.';
  if (status === 401)
    return 'Check that the API key is of this tenant and has not expired, and that it is the whole key: --credential tines=env:VARIABLE.';
  if (status === 403) return 'Use a key of a user or a role that may see the action’s team.';
  if (status === 404) return 'Check the id. A tenant answers 404, not 403, to a key that may not see the team, too.';
  if (status === 422) return 'The tenant does not take the request; the action may be disabled, or the story in another mode.';
  if (status === 429) return 'The tenant allows 100 requests a minute to actions. Wait a minute, and ask again.';
  if (status >= 500) return 'The tenant has trouble of its own. Try again later, or give files with --event and --log.';
  return 'Check the address of the tenant.';
}
