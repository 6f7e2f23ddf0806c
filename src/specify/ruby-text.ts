import type { Json } from '../model/json.ts';
import type { ResolvedText } from '../model/text.ts';
import { rubyInspect } from './ruby-inspect.ts';
import { rubyNumberText } from './ruby-number-text.ts';

/** A value as Ruby's `to_s` prints it: null is empty, arrays and objects are inspected. */
export function rubyText(value: Json<ResolvedText>): ResolvedText {
  switch (value.kind) {
    case 'null':
      return [];
    case 'boolean':
      return [String(value.value)];
    case 'number':
      return rubyNumberText(value.text);
    case 'string':
      return value.value;
    case 'array':
    case 'object':
      return rubyInspect(value);
  }
}
