import { memberOf } from '../../formats/json/member-of.ts';
import { scalarText } from '../../formats/json/scalar-text.ts';
import type { Json } from '../../model/json.ts';
import { isOn } from './is-on.ts';
import type { Fill } from './variables.ts';

/** The entries of a list that are switched on, as `[key, value]`, filled; a value of null stays. An object gives its members. */
export function pairsOf(list: Json | undefined, fill: Fill): readonly (readonly [key: string, value: string | null])[] {
  if (list?.kind === 'object') return list.members.map(({ key, value }) => [fill(key), fill(scalarText(value) ?? '')] as const);
  if (list?.kind !== 'array') return [];
  return list.items.flatMap((entry) => {
    if (!isOn(entry)) return [];
    const key = scalarText(memberOf(entry, 'key'));
    const value = memberOf(entry, 'value');
    const text = value?.kind === 'boolean' ? String(value.value) : scalarText(value);
    return key === undefined && text === undefined ? [] : [[fill(key ?? ''), text === undefined ? null : fill(text)] as const];
  });
}
