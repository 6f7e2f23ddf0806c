import { printJson } from '../recall/tenant/print-json.ts';
import { tenantOrigin } from '../recall/tenant/tenant-origin.ts';
import type { Options } from './options.ts';
import { checkTenantOptions, requireActionId } from './tenant-options.ts';
import { fetchForCompare } from './tenant-records.ts';
import type { Surroundings } from './terminal.ts';

/**
 * The options with what `--tenant` and `--action-id` stand for: the fetched documents, kept under their addresses among the files of the run,
 * as `--action` (unless the user gives one), `--event` and `--log`. With `--rerun` the run to compare is the newest. The same options where
 * no tenant is given.
 * @throws HarnessError `usage`, `tenant` or `writes-refused`.
 */
export async function withTenant(options: Options, surroundings: Surroundings): Promise<Options> {
  checkTenantOptions(options);
  if (options.tenant === undefined) return options;
  const address = `${tenantOrigin(options.tenant)}/api/v1/actions/${requireActionId(options)}`;
  const { action, events, logs } = await fetchForCompare(options, surroundings);
  const keep = (name: string, json: (typeof events)[number]): string => surroundings.files.keep(name, printJson(json)).name;
  const after = (index: number): string => (index === 0 ? '' : ' after --rerun');
  return {
    ...options,
    action: options.action ?? keep(address, action),
    event: [...(options.event ?? []), ...events.map((json, index) => keep(`${address}/events${after(index)}`, json))],
    log: [...(options.log ?? []), ...logs.map((json, index) => keep(`${address}/logs${after(index)}`, json))],
    ...(options.rerun === true ? { run: 'latest' } : {}),
  };
}
