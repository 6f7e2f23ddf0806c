import type { Options } from '../../../cli/options.ts';
import type { Terminal } from '../../../cli/terminal/terminal.ts';
import { memberOf } from '../../../formats/json/member-of.ts';
import { scalarText } from '../../../formats/json/scalar-text.ts';
import { printable } from '../../../formats/text/printable.ts';
import { HarnessError } from '../../../harness-error.ts';
import { planRerun, type RerunPlan } from '../../../recall/tenant/plan-rerun.ts';
import { rerunAction } from '../../../recall/tenant/rerun-action.ts';
import type { TenantAccess } from '../../../recall/tenant/tenant-access.ts';
import { tenantOrigin } from '../../../recall/tenant/tenant-origin.ts';
import type { TenantRecords } from '../../../recall/tenant/tenant-records.ts';

/** What a rerun needs beside the tenant. */
interface Rerunning {
  readonly actionId: number;
  /** What was fetched before. */
  readonly known: TenantRecords;
  readonly options: Options;
  readonly terminal: Terminal;
}

/** Waiting for a run's records ends after so long; Tines itself gives an HTTP request at most ten minutes. */
const defaultPatienceSeconds = 90;

/**
 * Says what would run in the tenant and makes sure that the user wants it (`--allow-writes`, or a yes at the terminal). What is given back
 * runs it, and gives the records of that run alone.
 * @throws HarnessError `writes-refused`, before anything was run; `tenant`.
 */
export async function prepareRerun(access: TenantAccess, rerunning: Rerunning): Promise<() => Promise<TenantRecords>> {
  const { known, actionId, options, terminal } = rerunning;
  const plan = planRerun(known, access.parseJson);
  for (const line of describePlan(plan, known, access)) terminal.tell(line);
  await confirm(options, terminal);
  const patienceSeconds = Math.max(defaultPatienceSeconds, options.timeout ?? 0);
  return () => {
    terminal.tell('running it in Tines, and waiting for what it records …');
    return rerunAction(access, { actionId, plan, known, patienceMilliseconds: patienceSeconds * 1000 });
  };
}

function describePlan(plan: RerunPlan, { action }: TenantRecords, { tenant }: TenantAccess): readonly string[] {
  const name = `‹${printable(scalarText(memberOf(action, 'name')) ?? 'the action')}›`;
  const place = tenantOrigin(tenant);
  return plan.kind === 'run'
    ? [`--rerun: ${name} would be run in ${place} now, by itself; what it emits goes on to the actions behind it.`]
    : [
        `--rerun: the event ${plan.eventId}, which came in to ${name}, would be emitted again in ${place} now.`,
        `Every action that receives that event runs, not ${name} alone, and so do the actions behind them.`,
      ];
}

async function confirm(options: Options, { ask }: Terminal): Promise<void> {
  if (options['allow-writes'] === true) return;
  if (ask === undefined) {
    throw new HarnessError('writes-refused', '--rerun runs something in Tines, and there is no terminal to ask at', {
      hint: 'add --allow-writes if that does no harm, or leave --rerun away to compare with what is recorded',
    });
  }
  if (/^y(?:es)?$/iu.test((await ask('Run it in Tines? [y/N]')).trim())) return;
  throw new HarnessError('writes-refused', 'nothing was run in Tines', {
    hint: 'leave --rerun away to compare with what is recorded',
  });
}
