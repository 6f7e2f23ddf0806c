import type { SecretValues, Text } from '../model/text.ts';
import { variableValue } from './variable-value.ts';

/** A text with the values of its variables in their places. Only for what is sent at once; never printed or written. */
export function textValue(text: Text, values: SecretValues): string {
  return text.map((piece) => (typeof piece === 'string' ? piece : variableValue(piece, values))).join('');
}
