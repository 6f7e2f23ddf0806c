import type { JsonMember, JsonObject } from '../../model/json.ts';
import type { ResolvedText } from '../../model/text.ts';
import { showText } from '../show-text.ts';

/** The members as a Ruby Hash keeps them: of a repeated key the last value, in the first one's place. */
export function distinctMembers(object: JsonObject<ResolvedText>): readonly JsonMember<ResolvedText>[] {
  const members = new Map<string, JsonMember<ResolvedText>>();
  for (const member of object.members) members.set(showText(member.key), member);
  return [...members.values()];
}
