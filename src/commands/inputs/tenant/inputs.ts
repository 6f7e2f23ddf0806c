import type { Options } from '../../../cli/options.ts';
import type { Surroundings } from '../../../cli/terminal/terminal.ts';
import { printJson } from '../../../recall/tenant/print-json.ts';
import { tenantOrigin } from '../../../recall/tenant/tenant-origin.ts';
import type { CredentialChange } from '../credential-change.ts';
import { checkTenantOptions, requireActionId } from './options.ts';
import { fetchForCompare } from './records.ts';

/** What `--tenant` stands for. */
export interface TenantInputs {
  /** With the fetched documents in the place of files. */
  readonly options: Options;
  /** When credentials were changed in the tenant, by name. */
  readonly changes: ReadonlyMap<string, readonly CredentialChange[]>;
  /** With `--rerun`: runs the action in Tines, once, and gives the options with the records of that run. */
  readonly rerun?: () => Promise<Options>;
}

/**
 * The options with what `--tenant` and `--action-id` stand for: the fetched documents, kept under their addresses among the files of the run,
 * as `--action` (unless the user gives one), `--event` and `--log`. The same options where no tenant is given. With `--rerun` the newest run is
 * compared, and the user is asked here.
 * @throws HarnessError `usage`, `tenant` or `writes-refused`.
 */
export async function withTenant(options: Options, surroundings: Surroundings): Promise<TenantInputs> {
  checkTenantOptions(options);
  if (options.tenant === undefined) return { options, changes: new Map() };
  const address = `${tenantOrigin(options.tenant)}/api/v1/actions/${requireActionId(options)}`;
  const { action, events, logs, changes, rerun } = await fetchForCompare(options, surroundings);
  const keep = (name: string, json: typeof events): string => surroundings.files.keep(name, printJson(json)).name;
  const known: Options = {
    ...options,
    action: options.action ?? keep(address, action),
    event: [...(options.event ?? []), keep(`${address}/events`, events)],
    log: [...(options.log ?? []), keep(`${address}/logs`, logs)],
    ...(options.rerun === true ? { run: 'latest' } : {}),
  };
  const inputs = {
    options: known,
    changes: new Map([...changes].map(([name, at]) => [name, [{ at, what: `‹CREDENTIAL.${name}› of the tenant` }]])),
  };
  if (rerun === undefined) return inputs;
  return {
    ...inputs,
    rerun: async () => {
      const fresh = await rerun();
      return {
        ...known,
        event: [...(known.event ?? []), keep(`${address}/events after --rerun`, fresh.events)],
        log: [...(known.log ?? []), keep(`${address}/logs after --rerun`, fresh.logs)],
      };
    },
  };
}
