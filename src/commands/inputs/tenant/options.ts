import type { Options } from '../../../cli/options.ts';
import { HarnessError } from '../../../harness-error.ts';

/** The whole number of `--action-id`. Throws HarnessError `usage` where it is missing or none. */
export function requireActionId({ 'action-id': id }: Options): number {
  if (id === undefined) {
    throw new HarnessError('usage', 'the tenant is given, and not which of its actions', {
      hint: 'write --action-id N; N is the number in the address of the action’s page',
    });
  }
  return checkId('action-id', id);
}

/** The id, if it is a whole number. Throws HarnessError `usage`. */
export function checkId(option: 'action-id' | 'story-id', id: number): number {
  if (Number.isSafeInteger(id)) return id;
  throw new HarnessError('usage', `‹${id}› is no id for ‹--${option}›`, {
    hint: `write --${option} with the whole number of the page’s address`,
  });
}

/** Throws HarnessError `usage` for an option that only means something with `--tenant`, or that `--rerun` excludes. */
export function checkTenantOptions({ tenant, 'action-id': actionId, rerun, run }: Options): void {
  if (tenant === undefined && (actionId !== undefined || rerun === true)) {
    throw new HarnessError('usage', `‹--${rerun === true ? 'rerun' : 'action-id'}› needs ‹--tenant›`, {
      hint: 'write --tenant https://YOUR-TENANT.tines.com --action-id N',
    });
  }
  if (rerun === true && run !== undefined) {
    throw new HarnessError('usage', '‹--rerun› and ‹--run› exclude each other', {
      hint: 'leave --run away: with --rerun the new run is compared',
    });
  }
}
