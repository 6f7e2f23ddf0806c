import { compareBytes } from '../../ruby/compare-bytes.ts';
import { showText } from '../show-text.ts';
import type { Parameter } from './parameter.ts';

/** The parameters by name, as both of Faraday's encoders sort them; names are unique here. */
export function sortParameters(parameters: readonly Parameter[]): readonly Parameter[] {
  return [...parameters].sort((left, right) => compareBytes(showText(left.name), showText(right.name)));
}
