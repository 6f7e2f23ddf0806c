import type { Json, JsonMember, JsonObject } from '../model/json.ts';
import type { ResolvedText } from '../model/text.ts';
import { labelText } from './masks/label-text.ts';

/** The option of this snake-cased name, however the file writes it; the last one where it stands twice. */
export function optionOf(options: JsonObject<ResolvedText>, name: string): Json<ResolvedText> | undefined {
  return options.members.findLast((member) => isOption(member, name))?.value;
}

/** The options with one set in its place, or added at the end; without it where the value is undefined. */
export function withOption(
  options: JsonObject<ResolvedText>,
  name: string,
  value: Json<ResolvedText> | undefined,
): JsonObject<ResolvedText> {
  const at = options.members.findIndex((member) => isOption(member, name));
  const others = options.members.filter((member) => !isOption(member, name));
  if (value === undefined) return { ...options, members: others };
  const index = at === -1 ? others.length : options.members.slice(0, at).filter((member) => !isOption(member, name)).length;
  return { ...options, members: [...others.slice(0, index), { key: [name], value }, ...others.slice(index)] };
}

function isOption({ key }: JsonMember<ResolvedText>, name: string): boolean {
  return (
    labelText(key)
      .replace(/([a-z0-9])([A-Z])/gu, '$1_$2')
      .toLowerCase() === name
  );
}
