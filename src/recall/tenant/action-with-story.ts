import type { Json } from '../../model/json.ts';
import type { TenantRecords } from './tenant-records.ts';

/**
 * One document of an action and its story, to be read as any file of actions: the story's export with this action, and its id, in the place
 * of all actions, so that the values of its template inputs are found. The action alone where there is no story.
 */
export function actionWithStory({ action, story }: Pick<TenantRecords, 'action' | 'story'>): Json {
  if (story?.kind !== 'object') return action;
  const members = story.members.filter(({ key }) => key !== 'agents' && key !== 'links' && key !== 'diagram_layout');
  return { kind: 'object', members: [...members, { key: 'agents', value: { kind: 'array', items: [action] } }] };
}
