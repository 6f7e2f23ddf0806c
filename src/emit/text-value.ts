import { HarnessError } from '../harness-error.ts';
import type { SecretValues, Text, Variable } from '../model/text.ts';
import { encodeSecret } from './encode-secret.ts';

/** A text with the values of its variables in their places. Only for what is sent at once; never printed or written. */
export function textValue(text: Text, values: SecretValues): string {
  return text.map((piece) => (typeof piece === 'string' ? piece : variableValue(piece, values))).join('');
}

/** The text that stands in a variable's place: the secret, or what it is composed of, after its encodings. Throws where no value is known. */
export function variableValue(variable: Variable, values: SecretValues): string {
  const plain = variable.of === undefined ? values.get(variable.name) : textValue(variable.of, values);
  if (plain === undefined) {
    throw new HarnessError('unresolved-reference', `there is no value for ‹${variable.from.join(', ') || variable.name}›`, {
      hint: 'supply it with --credential NAME=env:VARIABLE, or set TINES_CREDENTIAL_<NAME>',
    });
  }
  return variable.encodings.reduce(encodeSecret, plain);
}
