import type { Json } from '../../model/json.ts';
import type { ResolvedText } from '../../model/text.ts';

/** True for a payload that sends nothing: null, an empty object, array or text. */
export function isNothing(payload: Json<ResolvedText>): boolean {
  switch (payload.kind) {
    case 'null':
      return true;
    case 'object':
      return payload.members.length === 0;
    case 'array':
      return payload.items.length === 0;
    case 'string':
      return payload.value.length === 0;
    default:
      return false;
  }
}
