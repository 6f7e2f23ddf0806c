import { keepRecorded, keepRun } from './keep-run.ts';
import { recordedPart } from './recorded-part.ts';
import { renderRequest, wireRequest } from './rendered-request.ts';
import { sendRequest } from './send-request.ts';
import type { TenantAction, TenantEvent, TenantWorld } from './tenant-world.ts';

/** Sends the action's request with the tenant's credentials (or fails as its record says, where Tines is the cause) and keeps the event and the log lines; never rejects. */
export async function runInTenant(world: TenantWorld, action: TenantAction, inbound: TenantEvent | undefined): Promise<void> {
  const from = inbound === undefined ? {} : { inbound };
  if (action.failsInTines) {
    keepRecorded(world, action, { at: new Date(), ...from });
    return;
  }
  try {
    const request = renderRequest(action.options, {
      credential: (name) => action.credentials[name.toLowerCase()] ?? '',
      data: action.data,
    });
    const answer = await sendRequest(wireRequest(request), request);
    keepRun(world, { action, at: new Date(), part: recordedPart(answer), ...from });
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    keepRun(world, { action, at: new Date(), part: null, error: words, ...from });
  }
}
