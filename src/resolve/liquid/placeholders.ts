import type { Action } from '../../model/action.ts';

/** The texts of an old action's `placeholders` (an object, or a list), by name, in order. */
export function liquidPlaceholders(action: Action): readonly (readonly [name: string, text: string])[] {
  const placeholders = action.options.members.find(({ key }) => key === 'placeholders')?.value;
  if (placeholders?.kind === 'array') {
    return placeholders.items.flatMap((item, index) =>
      item.kind === 'string' ? [[`placeholder ${index}`, item.value] as const] : [],
    );
  }
  if (placeholders?.kind !== 'object') return [];
  return placeholders.members.flatMap(({ key, value }) => (value.kind === 'string' ? [[key, value.value] as const] : []));
}
