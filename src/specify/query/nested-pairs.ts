import type { Json, JsonMember } from '../../model/json.ts';
import type { ResolvedText } from '../../model/text.ts';
import { compareBytes } from '../../ruby/compare-bytes.ts';
import { joinText } from '../join-text.ts';
import { rubyText } from '../ruby-text.ts';
import { showText } from '../show-text.ts';
import { distinctMembers } from './distinct-members.ts';
import { escapeParameter } from './escape-parameter.ts';
import type { Pair, PairList, Parameter } from './parameter.ts';
import { sortParameters } from './sort-parameters.ts';

/** Parameters as Faraday's NestedParamsEncoder writes them: sorted, `a[b]=1`, `a[]=1&a[]=2`, `a[]` for an empty array, `a` for null. */
export function nestedPairs(parameters: readonly Parameter[]): PairList {
  return sortParameters(parameters).flatMap((parameter) => writeValue(parameter.name, parameter.value, parameter.fromUrl));
}

function writeValue(name: ResolvedText, value: Json<ResolvedText>, fromUrl: boolean): PairList {
  switch (value.kind) {
    case 'null':
      return [{ name, value: null, fromUrl }];
    case 'object': {
      if (value.members.length === 0) return ['stray'];
      const members = [...distinctMembers(value)].sort(compareMembers);
      return members.flatMap((member) => writeValue(nest(name, member.key), member.value, fromUrl));
    }
    case 'array':
      if (value.items.length === 0) return [{ name: nest(name, []), value: null, fromUrl }];
      return value.items.flatMap((item) => writeValue(nest(name, []), item, fromUrl));
    default:
      return [{ name, value: rubyText(value), fromUrl } satisfies Pair];
  }
}

/** Faraday sorts the names of an inner object after it has escaped them. */
function compareMembers(left: JsonMember<ResolvedText>, right: JsonMember<ResolvedText>): number {
  return compareBytes(escapeParameter(showText(left.key)), escapeParameter(showText(right.key)));
}

function nest(outer: ResolvedText, inner: ResolvedText): ResolvedText {
  if (outer instanceof Uint8Array || inner instanceof Uint8Array) {
    return Buffer.concat([asBytes(outer), Buffer.from('['), asBytes(inner), Buffer.from(']')]);
  }
  return joinText(outer, '[', inner, ']');
}

function asBytes(text: ResolvedText): Uint8Array {
  return text instanceof Uint8Array ? text : Buffer.from(showText(text));
}
