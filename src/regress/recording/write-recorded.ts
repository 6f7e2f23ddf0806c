import type { Json, JsonMember } from '../../model/json.ts';
import { jsonOfPlain } from '../json-of-plain.ts';
import type { Recorded } from './recorded.ts';

/** A recording as the JSON of its comment; `expected` stands in the code beside it. `readRecorded` is the inverse. */
export function writeRecorded(recorded: Recorded): Json {
  const { action } = recorded;
  const inputs: Json = {
    kind: 'array',
    items: action.inputs.map(({ name, type, value }) =>
      object([
        ['name', jsonOfPlain(name)],
        ['type', jsonOfPlain(type)],
        ['value', value],
      ]),
    ),
  };
  return object([
    ['version', jsonOfPlain(1)],
    ['key', jsonOfPlain(recorded.key)],
    ['verdict', jsonOfPlain(recorded.verdict)],
    ['cause', jsonOfPlain(recorded.cause)],
    ['success', jsonOfPlain(recorded.success)],
    ['noise', jsonOfPlain(recorded.noise)],
    ['settings', jsonOfPlain(recorded.settings)],
    ...(recorded.expectedWithCurl === undefined ? [] : [['curl', jsonOfPlain(recorded.expectedWithCurl)] as const]),
    [
      'action',
      object([
        ['name', jsonOfPlain(action.name)],
        ...(action.guid === undefined ? [] : [['guid', jsonOfPlain(action.guid)] as const]),
        ...(action.id === undefined ? [] : [['id', jsonOfPlain(action.id)] as const]),
        ['file', jsonOfPlain(action.source.file)],
        ['pointer', jsonOfPlain(action.source.pointer)],
        ...(action.story === undefined ? [] : [['story', jsonOfPlain(action.story)] as const]),
        ...(action.inputs.length === 0 ? [] : [['inputs', inputs] as const]),
        ['options', action.options],
      ]),
    ],
    ['data', recorded.data],
  ]);
}

function object(members: readonly (readonly [string, Json])[]): Json {
  return { kind: 'object', members: members.map(([key, value]): JsonMember => ({ key, value })) };
}
