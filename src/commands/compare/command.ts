import { readReportTargets, writeReports } from '../../cli/files/write-reports.ts';
import type { Options } from '../../cli/options.ts';
import { drawTrouble } from '../../cli/terminal/draw-trouble.ts';
import { HarnessError } from '../../harness-error.ts';
import type { Action } from '../../model/action.ts';
import type { Client } from '../../model/outcome.ts';
import { createRedactor } from '../../secrets/redactor.ts';
import { startClients } from '../clients/client-runner.ts';
import type { Command } from '../command.ts';
import { chooseActions } from '../inputs/choose-actions.ts';
import { mapConcurrently } from '../inputs/map-concurrently.ts';
import { nameOf } from '../inputs/name-of.ts';
import { readSize } from '../inputs/read-size.ts';
import { withTenant } from '../inputs/tenant/inputs.ts';
import { type ComparedAction, type CompareWork, compareAction } from './compare-action.ts';
import { exitStatus } from './exit-status.ts';

/** How many actions are sent at once. */
export const defaultJobs = 4;
/** Actions are prepared ahead of what is sent, so that requests can be sent together: so many times as many. */
export const actionsAhead = 64;

/** `compare`: runs each action with the clients, compares, judges and reports. */
export const compareCommand: Command = async ({ options: given }, surroundings) => {
  if (given.prove === true) {
    const { proveCommand } = await import('../prove/command.ts');
    return proveCommand(
      { options: (await withTenant(given, surroundings)).options, clients: wantedClients(given) },
      surroundings,
    );
  }
  const targets = readReportTargets(given);
  const maxBodyBytes = readSize(given['max-body'] ?? '100M');
  // Newman needs longer to load than everything else takes: it is started before the action is read.
  const jobs = given.jobs ?? defaultJobs;
  const runner = startClients({ clients: wantedClients(given), maxBodyBytes, name: 'compare', jobs }, surroundings);
  try {
    const { options, ...tenant } = await withTenant(given, surroundings);
    const { actions, neighbours } = await chooseActions(options, surroundings);
    const results = await compareAll(actions, { options, surroundings, runner, tenant, neighbours });
    if (surroundings.signal.aborted) return 130;
    const compared = results.flatMap((result) => result ?? []);
    const redactor = createRedactor(compared.flatMap(({ secrets }) => secrets));
    // A secret of one action may stand in another one's text.
    const reports =
      compared.length > 1 ? compared.map(({ reportWith }) => reportWith(redactor)) : compared.map(({ report }) => report);
    if (reports.length > 0) await writeReports(reports, targets, { options, redactor, surroundings });
    return exitStatus(reports, results.length - reports.length);
  } finally {
    await runner.close();
  }
};

/** The clients asked for; both where none is named. */
export function wantedClients({ client = [] }: Options): readonly Client[] {
  const wanted = (['curl', 'postman'] as const).filter((name) => client.length === 0 || client.includes(name));
  return wanted;
}

/** With `--all` an action that cannot be compared is told of and the others go on; else its error ends the command. */
async function compareAll(actions: readonly Action[], work: CompareWork): Promise<readonly (ComparedAction | null)[]> {
  const { options, surroundings } = work;
  const atOnce = (options.jobs ?? defaultJobs) * actionsAhead;
  return mapConcurrently(actions, atOnce, async (action): Promise<ComparedAction | null> => {
    try {
      return await compareAction(action, work);
    } catch (error) {
      if (!(error instanceof HarnessError) || options.all !== true) throw error;
      const { terminal } = surroundings;
      terminal.tell(`not compared: ${nameOf(action)}\n${drawTrouble(error, surroundings)}`);
      return null;
    }
  });
}
