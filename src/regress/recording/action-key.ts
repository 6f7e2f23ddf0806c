import type { Action } from '../../model/action.ts';

/** What tells an action apart from all others through recordings: its guid, else its story and name, else its file and place. */
export function actionKey({ guid, name, story, source }: Action): string {
  if (guid !== undefined) return `guid ${guid}`;
  if (name !== '') return `name ${[story?.name ?? '', name].filter((part) => part !== '').join(' / ')}`;
  return `place ${source.file}${source.pointer}`;
}
