import type { Options } from '../../cli/options.ts';
import type { Surroundings } from '../../cli/terminal/terminal.ts';
import { HarnessError } from '../../harness-error.ts';
import type { Action, ActionFile } from '../../model/action.ts';
import { checkAction } from '../../parse/check-action.ts';
import { listActions } from '../../parse/list-actions.ts';
import { parseActionFile } from '../../parse/parse-action-file.ts';
import { pickAction } from '../../parse/pick-action.ts';
import { secretsInOptions } from '../../secrets/literals/secrets-in-options.ts';
import type { Secret } from '../../secrets/secret.ts';

export interface ChosenActions {
  readonly actions: readonly Action[];
  /** Secrets that stand as text in the other actions of the file: those chosen may have them where nothing gives them away. */
  readonly neighbours: readonly Secret[];
}

/** The actions that the user means: the one picked, the only one, the one chosen at the prompt, or with `--all` every one (unchecked). */
export async function chooseActions(options: Options, surroundings: Surroundings): Promise<ChosenActions> {
  const { action: path } = options;
  if (path === undefined)
    throw new HarnessError('usage', 'no action was given', { hint: 'write --action FILE, or --action - for standard input' });
  const read = await surroundings.files.read(path, 'the action');
  const file = parseActionFile(read.text, read.name);
  const actions = await choose(file, options, surroundings);
  const others = actions.length === file.actions.length ? [] : file.actions.filter((action) => !actions.includes(action));
  return { actions, neighbours: literalsOf(others) };
}

/** The secrets that stand as text in actions. */
export function literalsOf(actions: readonly Action[]): readonly Secret[] {
  return actions.flatMap((action) => secretsInOptions(action).map(({ secret }) => secret));
}

async function choose(file: ActionFile, { all, pick }: Options, surroundings: Surroundings): Promise<readonly Action[]> {
  if (all === true) {
    if (pick !== undefined)
      throw new HarnessError('usage', '‹--all› and ‹--pick› exclude each other', { hint: 'leave one of them out' });
    if (file.actions.length === 0) return [pickAction(file, undefined)];
    return file.actions;
  }
  if (pick !== undefined || file.actions.length < 2) return [pickAction(file, pick)];
  const { ask } = surroundings.terminal;
  if (ask === undefined) return [pickAction(file, pick)];
  return [await askWhich(file.actions, { ask, tell: surroundings.terminal.tell, retry: (answer) => pickAction(file, answer) })];
}

interface Asking {
  readonly ask: (question: string) => Promise<string>;
  readonly tell: (text: string) => void;
  readonly retry: (answer: string) => Action;
}

async function askWhich(actions: readonly Action[], { ask, tell, retry }: Asking): Promise<Action> {
  tell('The file has several HTTP Request actions:');
  for (const line of listActions(actions.map((action, index) => ({ index, action })))) tell(`  ${line}`);
  return retry(await ask('which one (number, name or guid)'));
}

/** The action, once its options have the types that Tines takes. */
export function checked(action: Action): Action {
  checkAction(action);
  return action;
}
