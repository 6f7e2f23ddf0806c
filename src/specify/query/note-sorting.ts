import type { Json } from '../../model/json.ts';
import type { ResolvedText } from '../../model/text.ts';
import { compareBytes } from '../../ruby/compare-bytes.ts';
import type { Notes } from '../notes.ts';
import { showText } from '../show-text.ts';
import type { Parameter } from './parameter.ts';
import type { ParameterStyle } from './parameter-encoder.ts';

/** Notes the assumption that parameters are sent in the order of their names, where that is not the order they were written in. */
export function noteSorting(parameters: readonly Parameter[], style: ParameterStyle, notes: Notes): void {
  const inner = style === 'nested' && !parameters.every(({ value }) => isSorted(value));
  if (style === 'verbatim' || (!inner && areSorted(parameters.map(({ name }) => name)))) return;
  notes.assume(
    'parameters-sorted',
    'Tines is taken to send parameters sorted by name, as Faraday does, and not in the order written.',
  );
}

function isSorted(value: Json<ResolvedText>): boolean {
  if (value.kind === 'array') return value.items.every(isSorted);
  if (value.kind !== 'object') return true;
  return areSorted(value.members.map(({ key }) => key)) && value.members.every((member) => isSorted(member.value));
}

function areSorted(names: readonly ResolvedText[]): boolean {
  const shown = names.map(showText);
  return shown.every((name, index) => index === 0 || compareBytes(shown[index - 1] ?? '', name) <= 0);
}
