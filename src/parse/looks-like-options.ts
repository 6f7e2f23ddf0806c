import type { JsonObject } from '../model/json.ts';
import { isKnownShape } from './json/describe-json.ts';
import { fieldOf } from './json/json-fields.ts';
import { optionName } from './option-name.ts';

/** Whether an object without a type is the options of an HTTP Request action, and not one of the many other objects with a `url`. */
export function looksLikeOptions(object: JsonObject): boolean {
  if (isKnownShape(object)) {
    return false;
  }
  const known = object.members.filter((member) => optionName(member.key) !== undefined).length;
  if (fieldOf(object, 'url') === undefined) {
    return known === object.members.length && fieldOf(object, 'method') !== undefined;
  }
  return known === object.members.length || known >= 2;
}
