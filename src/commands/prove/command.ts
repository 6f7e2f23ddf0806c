import type { Options } from '../../cli/options.ts';
import type { Surroundings } from '../../cli/terminal/terminal.ts';
import { HarnessError } from '../../harness-error.ts';
import type { Action } from '../../model/action.ts';
import type { Client } from '../../model/outcome.ts';
import { convert } from '../../pipeline.ts';
import { checked, chooseActions } from '../inputs/choose-actions.ts';
import { gatherScope } from '../inputs/gather-scope.ts';
import { recallAction, recalledValues } from '../inputs/recall-action.ts';
import { specifySettings } from '../inputs/specify-settings.ts';
import { proveJson } from './json.ts';
import type { Proof } from './prove-conversion.ts';
import { type Prover, startProver } from './prover.ts';
import { proveText } from './text.ts';

type Result = { readonly action: Action } & ({ readonly proof: Proof } | { readonly error: HarnessError });

/**
 * `compare --prove`: proves each action in place of comparing it. No credential is needed. Exit status 0 where all bytes are equal, 1 where
 * some are not, 2 where nothing was proved.
 */
export async function proveCommand(
  { options, clients }: { readonly options: Options; readonly clients: readonly Client[] },
  surroundings: Surroundings,
): Promise<number> {
  const { terminal, signal } = surroundings;
  const prover = await startProver(clients, surroundings);
  const results: Result[] = [];
  try {
    for (const action of (await chooseActions(options, surroundings)).actions) {
      const result = await proveAction(action, { options, surroundings, prover });
      if (signal.aborted) return 130;
      results.push(result);
      if ('error' in result) terminal.tell(`not proved: ‹${action.name}›: ${result.error.message}`);
      else if (options.json !== true) await terminal.print(`${proveText(action.name, result.proof)}\n`);
    }
  } finally {
    await prover.close();
  }
  if (options.json === true) {
    const all = results.map(asJson);
    await terminal.print(`${JSON.stringify(options.all === true ? all : all[0], null, 2)}\n`);
  }
  return proofStatus(results.flatMap((result) => ('proof' in result ? [result.proof] : [])));
}

/** 0 where all bytes are equal, 1 where some are not, 2 where no client could run. */
export function proofStatus(proofs: readonly Proof[]): 0 | 1 | 2 {
  if (proofs.every(({ lanes }) => lanes.every(({ state }) => state === 'skipped'))) return 2;
  return proofs.every(({ equal }) => equal) ? 0 : 1;
}

interface Work {
  readonly options: Options;
  readonly surroundings: Surroundings;
  readonly prover: Prover;
}

/** With `--all` an action that cannot be converted is told of and the others go on; else its error ends the command. */
async function proveAction(action: Action, { options, surroundings, prover }: Work): Promise<Result> {
  try {
    const { specification } = await convertWithoutValues(checked(action), options, surroundings);
    return { action, proof: await prover.prove(specification.request) };
  } catch (error) {
    if (!(error instanceof HarnessError) || options.all !== true) throw error;
    return { action, error };
  }
}

async function convertWithoutValues(action: Action, options: Options, surroundings: Surroundings): ReturnType<typeof convert> {
  const settings = await specifySettings(options);
  const data = recalledValues(await recallAction(action, { options, surroundings }));
  const { scope } = await gatherScope(options, surroundings, { data, credentialValues: 'optional' });
  return convert(action, scope, settings);
}

function asJson(result: Result): object {
  const { name, guid, source } = result.action;
  const action = { name, ...(guid === undefined ? {} : { guid }), pointer: source.pointer };
  if ('proof' in result) return { schema: 1, action, ...proveJson(result.proof) };
  return { schema: 1, action, error: { code: result.error.code, message: result.error.message } };
}
