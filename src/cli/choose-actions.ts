import { HarnessError } from '../harness-error.ts';
import type { Action } from '../model/action.ts';
import { checkAction } from '../parse/check-action.ts';
import { listActions } from '../parse/list-actions.ts';
import { parseActionFile } from '../parse/parse-action-file.ts';
import { pickAction } from '../parse/pick-action.ts';
import type { Options } from './options.ts';
import type { Surroundings } from './terminal.ts';

/** The actions that the user means: the one picked, the only one, the one chosen at the prompt, or with `--all` every one (unchecked). */
export async function chooseActions(options: Options, surroundings: Surroundings): Promise<readonly Action[]> {
  const { action: path, all, pick } = options;
  if (path === undefined)
    throw new HarnessError('usage', 'no action was given', { hint: 'write --action FILE, or --action - for standard input' });
  const read = await surroundings.files.read(path, 'the action');
  const file = parseActionFile(read.text, read.name);
  if (all === true) {
    if (pick !== undefined)
      throw new HarnessError('usage', '‹--all› and ‹--pick› exclude each other', { hint: 'leave one of them out' });
    if (file.actions.length === 0) return [pickAction(file, undefined)];
    return file.actions;
  }
  const { ask } = surroundings.terminal;
  if (pick !== undefined || file.actions.length < 2 || ask === undefined) return [pickAction(file, pick)];
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
