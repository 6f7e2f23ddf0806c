import path from 'node:path';
import { readReportTargets, writeReports } from '../../cli/files/write-reports.ts';
import { drawTrouble } from '../../cli/terminal/draw-trouble.ts';
import { HarnessError } from '../../harness-error.ts';
import type { Action } from '../../model/action.ts';
import { actionKey } from '../../regress/recording/action-key.ts';
import { createRedactor } from '../../secrets/redactor.ts';
import { startClients } from '../clients/client-runner.ts';
import type { Command } from '../command.ts';
import { actionsAhead, defaultJobs, wantedClients } from '../compare/command.ts';
import { chooseActions, literalsOf } from '../inputs/choose-actions.ts';
import { mapConcurrently } from '../inputs/map-concurrently.ts';
import { nameOf } from '../inputs/name-of.ts';
import { readSize } from '../inputs/read-size.ts';
import { portableAction } from './portable-action.ts';
import { type RecordedAction, type RecordWork, recordAction } from './record-action.ts';
import { createRecordStore } from './store.ts';

/**
 * `record`: runs each action as `compare` does and keeps the outcome in a collection in `--out`. Exit status 0 where everything was recorded,
 * whatever the outcome; 1 where some were not; 2 where none was.
 */
export const recordCommand: Command = async ({ options }, surroundings) => {
  const { terminal, workingDirectory, signal } = surroundings;
  if (options.out === undefined)
    throw new HarnessError('usage', 'there is no place for the recording', {
      hint: 'write --out DIR, for example --out collections',
    });
  const wantsReport = options.report !== undefined || options.json === true;
  const targets = wantsReport ? readReportTargets(options) : [];
  const jobs = options.jobs ?? defaultJobs;
  const runner = startClients(
    { clients: wantedClients(options), maxBodyBytes: readSize(options['max-body'] ?? '100M'), name: 'record', jobs },
    surroundings,
  );
  const store = createRecordStore({
    directory: path.resolve(workingDirectory, options.out),
    shown: options.out,
    tell: terminal.tell,
  });
  try {
    const { actions, neighbours } = await chooseActions(options, surroundings);
    const others = createRedactor(actions.length > 1 ? literalsOf(actions) : []);
    const story =
      options.all === true ? { order: actions.map((action) => actionKey(portableAction(action, workingDirectory))) } : null;
    const results = await mapConcurrently(actions, jobs * actionsAhead, async (action) => {
      const result = await recordOne(action, { options, surroundings, runner, neighbours, others });
      if (result !== null) await store.add(action, result, story);
      return result;
    });
    await store.finish();
    if (signal.aborted) return 130;
    const recorded = results.flatMap((result) => result ?? []);
    const redactor = createRedactor(recorded.flatMap(({ secrets }) => secrets));
    if (recorded.length > 0 && wantsReport)
      await writeReports(
        recorded.map(({ reportWith }) => reportWith(redactor)),
        targets,
        { options, redactor, surroundings },
      );
    return recorded.length === actions.length ? 0 : recorded.length === 0 ? 2 : 1;
  } finally {
    await store.finish();
    await runner.close();
  }
};

/** With `--all` an action that cannot be recorded is told of and the others go on; else its error ends the command. */
async function recordOne(action: Action, work: RecordWork): Promise<RecordedAction | null> {
  const { options, surroundings } = work;
  const { terminal } = surroundings;
  if (surroundings.signal.aborted) return null;
  try {
    const recorded = await recordAction(action, work);
    for (const name of recorded.hidden) {
      terminal.tell(
        `warning: a secret stands in the text of ‹${action.name}›; the recording has ‹CREDENTIAL.${name}› in its place: supply it as TINES_CREDENTIAL_${name.toUpperCase()}`,
      );
    }
    return recorded;
  } catch (error) {
    if (!(error instanceof HarnessError) || options.all !== true) throw error;
    terminal.tell(`not recorded: ${nameOf(action)}\n${drawTrouble(error, surroundings)}`);
    return null;
  }
}
