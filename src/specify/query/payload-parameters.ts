import type { Json } from '../../model/json.ts';
import type { ResolvedText } from '../../model/text.ts';
import { rubyText } from '../ruby-text.ts';
import { digHoles } from '../url/dig-holes.ts';
import { distinctMembers } from './distinct-members.ts';
import type { Parameter } from './parameter.ts';
import { type ParameterStyle, parameterEncoder } from './parameter-encoder.ts';

/**
 * A payload as parameters: the members of an object; of an array, each item as a name, and a pair in it as name and value (what Ruby's
 * `each` makes of it); text as a query that is already encoded.
 */
export function payloadParameters(payload: Json<ResolvedText>, style: ParameterStyle): readonly Parameter[] {
  if (payload.kind === 'object') return distinctMembers(payload).map(({ key, value }) => ({ name: key, value, fromUrl: false }));
  if (payload.kind === 'array') return payload.items.map(itemParameter);
  const text = rubyText(payload);
  if (text instanceof Uint8Array || text.length === 0) return [];
  const holes = digHoles(text);
  return parameterEncoder(style).read(holes.string, holes.fill) ?? [{ name: text, value: { kind: 'null' }, fromUrl: true }];
}

function itemParameter(item: Json<ResolvedText>): Parameter {
  const [name, value] = item.kind === 'array' ? item.items : [item];
  return { name: name === undefined ? [] : rubyText(name), value: value ?? { kind: 'null' }, fromUrl: false };
}
