import type { Json } from '../../model/json.ts';
import type { ResolvedText, Text, Variable } from '../../model/text.ts';

/**
 * Parameters as the query of an address, for a request whose payload is its body; names as Faraday writes them (`a[b]=1`, `a[]=x`, flat
 * `a=x`). Literal text is percent-encoded, variables are marked to be.
 */
export function queryOfParams(params: Json<ResolvedText>, isFlat: boolean): readonly (string | Variable)[] {
  const pairs = flatten([], params, isFlat);
  return pairs.flatMap((pair, index) => (index === 0 ? pair : ['&', ...pair]));
}

function flatten(name: Text, json: Json<ResolvedText>, isFlat: boolean): readonly (readonly (string | Variable)[])[] {
  switch (json.kind) {
    case 'null':
      return name.length === 0 ? [] : [name];
    case 'boolean':
      return [[...name, `=${json.value}`]];
    case 'number':
      return [[...name, '=', ...encoded(json.text)]];
    case 'string':
      return name.length === 0 ? [encoded(json.value)] : [[...name, '=', ...encoded(json.value)]];
    case 'array':
      return json.items.flatMap((item) => flatten(isFlat ? name : [...name, '%5B%5D'], item, isFlat));
    case 'object':
      return json.members.flatMap(({ key, value }) =>
        flatten(name.length === 0 ? encoded(key) : [...name, '%5B', ...encoded(key), '%5D'], value, isFlat),
      );
    default:
      return json satisfies never;
  }
}

function encoded(text: ResolvedText): Text {
  if (text instanceof Uint8Array) return [Array.from(text, (byte) => `%${byte.toString(16).padStart(2, '0')}`).join('')];
  return text.map((piece) =>
    typeof piece === 'string' ? encodeURIComponent(piece.toWellFormed()) : { ...piece, encodings: [...piece.encodings, 'form'] },
  );
}
