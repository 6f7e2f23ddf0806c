import type { ActionInput } from '../model/action.ts';
import type { Json, JsonObject } from '../model/json.ts';
import { fieldOf, textOf } from './json/json-fields.ts';
import { readWholeText } from './json/parse-json.ts';
import type { FileText } from './json/source-text.ts';
import { textInString } from './json/text-in-string.ts';

/**
 * The template inputs that an `integrations[]` entry, or a template, lists under `action_inputs`, their values JSON-decoded
 * (a value that is not JSON is kept as it stands). An input without a value is left out.
 */
export function readInputs(holder: JsonObject, file: FileText): readonly ActionInput[] {
  const list = fieldOf(holder, 'action_inputs');
  return list?.kind === 'array' ? list.items.flatMap((item) => readInput(item, file)) : [];
}

function readInput(item: Json, file: FileText): readonly ActionInput[] {
  if (item.kind !== 'object') {
    return [];
  }
  const name = textOf(fieldOf(item, 'name'));
  const value = fieldOf(item, 'value');
  if (name === undefined || value === undefined) {
    return [];
  }
  return [{ name, type: textOf(fieldOf(item, 'type')) ?? 'TEXT', value: decoded(value, file) }];
}

function decoded(value: Json, file: FileText): Json {
  if (value.kind !== 'string') {
    return value;
  }
  const reading = readWholeText(textInString(value, file), value.source?.pointer ?? '');
  return reading.kind === 'read' ? reading.value : value;
}
