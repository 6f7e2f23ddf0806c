import { rubyText } from '../ruby-text.ts';
import type { Pair, PairList, Parameter } from './parameter.ts';
import { sortParameters } from './sort-parameters.ts';

/** Parameters as Faraday's FlatParamsEncoder writes them: sorted, an array repeats its name, an empty one is `a=`, null is `a`, an object is inspected. */
export function flatPairs(parameters: readonly Parameter[]): PairList {
  return sortParameters(parameters).flatMap(writeParameter);
}

function writeParameter({ name, value, fromUrl }: Parameter): readonly Pair[] {
  if (value.kind === 'null') return [{ name, value: null, fromUrl }];
  if (value.kind !== 'array') return [{ name, value: rubyText(value), fromUrl }];
  if (value.items.length === 0) return [{ name, value: [], fromUrl }];
  return value.items.map((item) => ({ name, value: rubyText(item), fromUrl }));
}
