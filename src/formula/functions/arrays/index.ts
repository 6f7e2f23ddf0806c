import type { Value } from '../../../model/value.ts';
import { isArray } from '../../values/is-array.ts';
import { typeName } from '../../values/type-name.ts';
import { invalidArgument, textArgument } from '../arguments.ts';
import { matcher } from './match.ts';

/** INDEX_OF: the place of a text in a text, in characters, or of an element in an array; NULL where there is none. */
export function indexOf(whole: Value, part: Value, spend: (units: number) => void): Value {
  if (isArray(whole)) {
    spend(whole.length);
    return place(whole.findIndex(matcher(part)));
  }
  if (typeof whole !== 'string') throw invalidArgument('INDEX_OF', 'text or array', typeName(whole));
  spend(whole.length);
  const unit = whole.indexOf(textArgument('INDEX_OF', part));
  return unit < 0 ? null : BigInt([...whole.slice(0, unit)].length);
}

function place(index: number): bigint | null {
  return index < 0 ? null : BigInt(index);
}
