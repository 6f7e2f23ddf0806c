import { HarnessError } from '../harness-error.ts';
import type { Action } from '../model/action.ts';
import type { Json } from '../model/json.ts';
import { fits, kindName, optionTypeName, optionTypes } from './option-types.ts';
import { printable } from './printable.ts';

/**
 * Checks that every option of the action has a type that Tines takes, and that no Terraform expression is left in it.
 * `pickAction` has done it for the action it gives.
 * @throws HarnessError `wrong-type` or `unresolved-reference`, with the option's place.
 */
export function checkAction(action: Action): void {
  for (const { key, value } of action.options.members) {
    const type = optionTypes.get(key);
    if (type !== undefined && !fits(value, type)) {
      throw wrongType(`The option ‹${key}›`, optionTypeName(type), value);
    }
    if (key === 'headers' && value.kind === 'object') {
      for (const header of value.members) {
        if (header.value.kind === 'object') {
          throw wrongType(`The header ‹${printable(header.key)}›`, 'text', header.value);
        }
      }
    }
  }
  if (action.format === 'terraform') {
    checkExpressions(action.options);
  }
}

function wrongType(subject: string, expected: string, value: Json): HarnessError {
  return new HarnessError('wrong-type', `${subject} has to be ${expected}, and is ${kindName(value)}.`, {
    ...(value.source && { source: value.source }),
    hint: `Write ${expected}, or text with a formula or a pill that gives it.`,
  });
}

function checkExpressions(value: Json): void {
  if (value.kind === 'object') {
    value.members.forEach((member) => {
      checkExpressions(member.value);
    });
  } else if (value.kind === 'array') {
    value.items.forEach(checkExpressions);
  } else if (value.kind === 'string') {
    const expression = /[$%]\{[^}]*\}?/.exec(value.value);
    if (expression !== null) {
      throw new HarnessError(
        'unresolved-reference',
        `Terraform fills in ‹${printable(expression[0])}› before Tines sees the action.`,
        {
          ...(value.source && { source: value.source, within: { offset: expression.index, length: expression[0].length } }),
          hint: 'Write the value in its place in a copy of the file, or use the export of the story that Terraform made.',
        },
      );
    }
  }
}
