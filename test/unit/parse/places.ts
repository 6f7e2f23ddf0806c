import type { Json } from '../../../src/model/json.ts';
import type { Source } from '../../../src/model/source.ts';

/** The text from a place on, and whether the place exists. */
export function textAt(text: string, source: Source): string {
  const line = text.split('\n')[source.line - 1];
  if (line === undefined || source.column < 1 || source.column > line.length + 1) {
    throw new Error(`no such place: ${source.line}:${source.column}`);
  }
  const before =
    text
      .split('\n')
      .slice(0, source.line - 1)
      .join('\n').length + (source.line > 1 ? 1 : 0);
  return text.slice(before + source.column - 1);
}

/** Every value in a value, itself included. */
export function valuesIn(value: Json): readonly Json[] {
  switch (value.kind) {
    case 'array':
      return [value, ...value.items.flatMap(valuesIn)];
    case 'object':
      return [value, ...value.members.flatMap((member) => valuesIn(member.value))];
    default:
      return [value];
  }
}

/** What `JSON.parse` would make of it. */
export function plain(value: Json): unknown {
  switch (value.kind) {
    case 'null':
      return null;
    case 'number':
      return Number(value.text);
    case 'array':
      return value.items.map(plain);
    case 'object':
      return Object.fromEntries(value.members.map((member) => [member.key, plain(member.value)]));
    default:
      return value.value;
  }
}
