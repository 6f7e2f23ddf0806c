import type { Json, JsonMember } from '../../model/json.ts';
import type { ResolvedText, Variable } from '../../model/text.ts';
import { type AlignedText, alignMasks } from './align-masks.ts';
import { labelText } from './label-text.ts';

interface LocalJson {
  /** What the templates give in the same place. */
  readonly json: Json<ResolvedText> | undefined;
  readonly around: readonly Variable[];
  /** Is told of each string that was laid beside its local one. */
  readonly note: (aligned: AlignedText) => void;
}

/** A logged value with variables in the place of its masks; where the local value has the same shape, its places are kept for messages. */
export function fillJson(logged: Json, local: LocalJson): Json<ResolvedText> {
  const source = local.json?.source;
  const place = source === undefined ? {} : { source };
  switch (logged.kind) {
    case 'null':
      return { kind: 'null', ...place };
    case 'boolean':
      return { kind: 'boolean', value: logged.value, ...place };
    case 'number':
      return { kind: 'number', text: [logged.text], ...place };
    case 'string':
      return { kind: 'string', value: fillText(logged.value, scalarOf(local.json), local), ...place };
    case 'array': {
      const items = local.json?.kind === 'array' ? local.json.items : [];
      return {
        kind: 'array',
        items: logged.items.map((item, index) => fillJson(item, { ...local, json: items[index] })),
        ...place,
      };
    }
    case 'object': {
      const members = local.json?.kind === 'object' ? local.json.members : [];
      return {
        kind: 'object',
        members: logged.members.map((member, index) => fillMember(member, findMember(members, member.key, index), local)),
        ...place,
      };
    }
    default:
      return logged satisfies never;
  }
}

function fillMember(
  logged: JsonMember,
  member: JsonMember<ResolvedText> | undefined,
  local: LocalJson,
): JsonMember<ResolvedText> {
  return { key: fillText(logged.key, member?.key, local), value: fillJson(logged.value, { ...local, json: member?.value }) };
}

function findMember(
  members: readonly JsonMember<ResolvedText>[],
  key: string,
  index: number,
): JsonMember<ResolvedText> | undefined {
  const same = members.find((member) => labelText(member.key) === key);
  if (same !== undefined) return same;
  const atSamePlace = members[index];
  return atSamePlace !== undefined && hasVariable(atSamePlace.key) ? atSamePlace : undefined;
}

function hasVariable(text: ResolvedText): boolean {
  return !(text instanceof Uint8Array) && text.some((piece) => typeof piece !== 'string');
}

function scalarOf(json: Json<ResolvedText> | undefined): ResolvedText | undefined {
  if (json?.kind === 'string') return json.value;
  return json?.kind === 'number' ? json.text : undefined;
}

function fillText(logged: string, local: ResolvedText | undefined, { around, note }: LocalJson): ResolvedText {
  const aligned = alignMasks(logged, { text: local instanceof Uint8Array ? undefined : local, around });
  note(aligned);
  return aligned.text;
}
