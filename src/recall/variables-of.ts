import type { Json } from '../model/json.ts';
import type { ResolvedText, Text, Variable } from '../model/text.ts';

/** The variables of a text in their order, repeated ones too; bytes have none. */
export function variablesOf(text: ResolvedText | undefined): readonly Variable[] {
  return text === undefined || text instanceof Uint8Array ? [] : text.filter((piece) => typeof piece !== 'string');
}

/** The text of every string and key of a value. */
export function textsOf(json: Json<ResolvedText> | undefined): readonly Text[] {
  switch (json?.kind) {
    case 'string':
      return json.value instanceof Uint8Array ? [] : [json.value];
    case 'number':
      return json.text instanceof Uint8Array ? [] : [json.text];
    case 'array':
      return json.items.flatMap(textsOf);
    case 'object':
      return json.members.flatMap(({ key, value }) => [...(key instanceof Uint8Array ? [] : [key]), ...textsOf(value)]);
    default:
      return [];
  }
}

/** Whether two variables stand for the same final text. */
export function isSameVariable(left: Variable, right: Variable): boolean {
  return left.name === right.name && left.encodings.join() === right.encodings.join();
}

/** The variables with each one once. */
export function distinctVariables(variables: readonly Variable[]): readonly Variable[] {
  return variables.filter((variable, index) => variables.findIndex((other) => isSameVariable(other, variable)) === index);
}
