import { version } from '../../cli/version.ts';
import { HarnessError } from '../../harness-error.ts';
import { countStates } from '../../regress/regress-result.ts';
import { regressStatus } from '../../regress/report/status.ts';
import { createRedactor } from '../../secrets/redactor.ts';
import type { Command } from '../command.ts';
import { wantedClients } from '../compare/command.ts';
import { gatherScope } from '../inputs/gather-scope.ts';
import { regressFiles } from './files.ts';
import { keepHistory } from './history.ts';
import { regressSettings } from './options.ts';
import { regressTargets, writeRegressReports } from './outputs.ts';
import { regressPlan } from './plan.ts';
import { readPostmanScopes } from './read-postman-scopes.ts';
import { runPlanned } from './run.ts';
import { selectPlanned } from './select.ts';

/**
 * `regress`: runs collections again and says per action what changed since it was recorded. Exit status 0 where nothing is broken, drifted,
 * failing for another reason or not run; 1 where something is; 2 where nothing could be run.
 */
export const regressCommand: Command = async ({ options, words }, surroundings) => {
  const { workingDirectory, terminal, signal } = surroundings;
  const begin = performance.now();
  const targets = regressTargets(options);
  const settings = regressSettings(options, words);
  if (words.length === 0)
    throw new HarnessError('usage', 'no collection was named', { hint: 'write tines-compare regress collections' });
  const files = await regressFiles(words, workingDirectory);
  const { plans: all, collections } = await regressPlan(files, { directory: workingDirectory, named: new Set(words) });
  if (collections === 0)
    throw new HarnessError('collection', `there is nothing to run in ${words.map((word) => `‹${word}›`).join(', ')}`, {
      hint: 'record an action first: tines-compare record --action FILE --out DIR',
    });
  const plans = await selectPlanned(all, options, { settings, surroundings });
  const gathered = await gatherScope(options, surroundings);
  const scopes = await readPostmanScopes(options, { plans, surroundings });
  const { results: found, secrets } = await runPlanned(plans, {
    options,
    settings,
    clients: wantedClients(options),
    gathered,
    scopes,
    surroundings,
  });
  if (signal.aborted) return 130;
  const results =
    options.history === undefined
      ? found
      : await keepHistory(found, options.history, { selection: settings.selection, surroundings });
  if (all.length === 0) terminal.tell('nothing to run: the collection holds no request');
  else if (plans.length === 0) terminal.tell('nothing is selected: no action falls into this part');
  const document = {
    schema: 1,
    tool: { name: 'tines-compare', version },
    counts: countStates(results),
    milliseconds: Math.round(performance.now() - begin),
    ...(options.shard === undefined ? {} : { shard: options.shard }),
    results,
  } as const;
  await writeRegressReports(document, targets, { options, redactor: createRedactor(secrets), surroundings });
  return regressStatus(results);
};
