import { HarnessError } from '../harness-error.ts';
import type { Action, ActionFile } from '../model/action.ts';
import { slug as slugOf } from '../ruby/slug.ts';
import { checkAction } from './check-action.ts';
import { type Choice, listActions } from './list-actions.ts';
import { nearestName } from './nearest-name.ts';
import { printable } from './printable.ts';

const pickHint =
  'Choose one with --pick and its name, guid, id or index; the index counts the HTTP Request actions from 0, as listed.';

/**
 * The action that `pick` names: by its exact name, guid, id, name in any case, slug, pointer, or index among the file's HTTP Request
 * actions (from 0); the first of these that fits any action decides. Without `pick`, the file's only action. Its options are checked.
 * @throws HarnessError `several-actions` or `no-such-action` with the list, or what `checkAction` throws.
 */
export function pickAction(file: ActionFile, pick: string | undefined): Action {
  const choices = file.actions.map((action, index): Choice => ({ index, action }));
  const matching = pick === undefined ? choices : findChoices(choices, pick);
  const [first, second] = matching;
  if (first === undefined) {
    throw noSuchAction(choices, pick ?? '');
  }
  if (second !== undefined) {
    throw severalActions(matching, pick);
  }
  checkAction(first.action);
  return first.action;
}

function findChoices(choices: readonly Choice[], pick: string): readonly Choice[] {
  const wanted = pick.toLowerCase();
  const slug = slugOf(pick);
  const tests: readonly ((choice: Choice) => boolean)[] = [
    ({ action }) => action.name === pick,
    ({ action }) => action.guid?.toLowerCase() === wanted,
    ({ action }) => action.id !== undefined && String(action.id) === pick,
    ({ action }) => action.name.toLowerCase() === wanted,
    ({ action }) => slug !== '' && slugOf(action.name) === slug,
    ({ action }) => pick.startsWith('/') && action.source.pointer === pick,
    ({ index }) => /^\d+$/.test(pick) && Number(pick) === index,
  ];
  for (const test of tests) {
    const matching = choices.filter(test);
    if (matching.length > 0) {
      return matching;
    }
  }
  return [];
}

function severalActions(choices: readonly Choice[], pick: string | undefined): HarnessError {
  const message =
    pick === undefined
      ? `There are ${choices.length} HTTP Request actions here.`
      : `‹${printable(pick)}› fits ${choices.length} HTTP Request actions.`;
  return new HarnessError('several-actions', message, {
    hint: pick === undefined ? pickHint : 'Choose one with --pick and its guid or its index, as listed.',
    notes: listActions(choices),
  });
}

function noSuchAction(choices: readonly Choice[], pick: string): HarnessError {
  const nearest = nearestName(
    pick,
    choices.map(({ action }) => action.name).filter((name) => name !== ''),
  );
  return new HarnessError('no-such-action', `No HTTP Request action here is called ‹${printable(pick)}›.`, {
    hint: nearest === undefined ? pickHint : `Is it ‹${printable(nearest)}›? ${pickHint}`,
    notes: listActions(choices),
  });
}
