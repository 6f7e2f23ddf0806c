import type { Json, JsonObject } from '../../model/json.ts';
import type { ResolvedText } from '../../model/text.ts';
import { rubyInspect } from '../ruby-inspect.ts';
import { showText } from '../show-text.ts';

/** The names in a payload that the editor itself put there (its two sample payloads) and that the author never changed; empty where there are none. */
export function leftoverNames(payload: Json<ResolvedText> | undefined): readonly string[] {
  if (payload?.kind !== 'object') return [];
  const names = ['something', 'array_example', 'object_example'].filter((name) => SAMPLES.get(name)?.(shown(payload, name)));
  if (names.length === 0) return [];
  return shown(payload, 'key') === '"value"' ? ['key', ...names] : names;
}

const SAMPLES: ReadonlyMap<string, (shown: string) => boolean> = new Map([
  ['something', (shown: string) => shown.startsWith('"the event contained ')],
  ['array_example', (shown: string) => shown === '["foo", "bar"]'],
  ['object_example', (shown: string) => shown === '{"key"=>"value"}'],
]);

function shown(payload: JsonObject<ResolvedText>, name: string): string {
  const member = payload.members.findLast(({ key }) => showText(key) === name);
  return member === undefined ? '' : showText(rubyInspect(member.value));
}
