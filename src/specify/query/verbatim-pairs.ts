import type { Text } from '../../model/text.ts';
import { joinText } from '../join-text.ts';
import { rubyText } from '../ruby-text.ts';
import { showText } from '../show-text.ts';
import type { Pair, PairList, Parameter } from './parameter.ts';

/** Parameters as they are written with `disable_url_encoding`: in their own order, one `name=value` each, arrays and objects inspected. */
export function verbatimPairs(parameters: readonly Parameter[]): readonly Pair[] {
  return parameters.map(({ name, value, fromUrl }) => ({ name, value: value.kind === 'null' ? null : rubyText(value), fromUrl }));
}

/** The pairs with nothing escaped, joined with `&`. */
export function joinVerbatim(pairs: PairList): Text {
  const written = pairs.map((pair): Text => {
    if (pair === 'stray') return [];
    const name = asText(pair.name);
    return pair.value === null ? name : joinText(name, '=', asText(pair.value));
  });
  return joinText(written.flatMap((text, index) => [index === 0 ? '' : '&', text]));
}

function asText(text: Pair['name']): Text {
  return text instanceof Uint8Array ? [showText(text)] : text;
}
