import { HarnessError } from '../harness-error.ts';
import type { Json, JsonObject } from '../model/json.ts';
import { faultError } from './json/fault-error.ts';
import { readWholeText } from './json/parse-json.ts';
import type { FileText } from './json/source-text.ts';
import { textInString } from './json/text-in-string.ts';
import { optionName } from './option-name.ts';
import { kindName } from './option-types.ts';

/**
 * The options that an action's `options` value stands for: an object, an object written as JSON in a string, or nothing.
 * Options in camelCase get the names that Tines uses; keys of the user's own are left alone.
 * @throws HarnessError `wrong-type` for any other value, `not-json` for a string that holds none.
 */
export function readOptions(value: Json, file: FileText): JsonObject {
  const options = value.kind === 'string' ? jsonInString(value, file) : value;
  if (options.kind === 'null') {
    return { kind: 'object', members: [], ...(options.source && { source: options.source }) };
  }
  if (options.kind !== 'object') {
    throw new HarnessError('wrong-type', `The options of an action have to be an object, and are ${kindName(options)}.`, {
      ...(options.source && { source: options.source }),
      hint: 'Copy the action in Tines again.',
    });
  }
  return options.members.some(isRenamed) ? { ...options, members: options.members.map(renamed) } : options;
}

function jsonInString(string: Json & { readonly kind: 'string' }, file: FileText): Json {
  const text = textInString(string, file);
  const pointer = string.source?.pointer ?? '';
  const reading = readWholeText(text, pointer);
  if (reading.kind === 'fault') {
    throw faultError(reading.fault, text, pointer);
  }
  return reading.value;
}

function isRenamed(member: JsonObject['members'][number]): boolean {
  return (optionName(member.key) ?? member.key) !== member.key;
}

function renamed(member: JsonObject['members'][number]): JsonObject['members'][number] {
  return { ...member, key: optionName(member.key) ?? member.key };
}
