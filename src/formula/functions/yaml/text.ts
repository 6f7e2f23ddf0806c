import type { Value, ValueMap } from '../../../model/value.ts';
import { assertDepth } from '../../syntax/assert-depth.ts';
import { FormulaError } from '../../syntax/formula-error.ts';
import { floatText } from '../../values/float-text.ts';
import { isArray } from '../../values/is-array.ts';
import { isObject } from '../../values/is-object.ts';
import { base64Text } from '../encoding/base64.ts';
import { doubleQuotedText, literalText, plainText, singleQuotedText, type YamlPosition } from './scalar-text.ts';
import { yamlStyle } from './style.ts';

const longestSimpleKey = 128;

/** A value as YAML text, as Ruby's `to_yaml` (Psych on libyaml) lays it out, with `---` before it and a line break at the end. */
export function yamlText(value: Value): string {
  if (isBlock(value)) return `---\n${block(value, 0, 0)}`;
  const text = scalar(value, { column: 4, indent: 2, canFold: true });
  return text === '' ? '---\n' : `--- ${withBreak(text)}`;
}

function isBlock(value: Value): value is readonly Value[] | ValueMap {
  return (isArray(value) && value.length > 0) || (isObject(value) && value.size > 0);
}

function block(value: readonly Value[] | ValueMap, indent: number, depth: number): string {
  assertDepth(depth);
  const margin = ' '.repeat(indent);
  if (isArray(value)) return value.map((item) => `${margin}-${content(item, { indent, depth, isItem: true })}`).join('');
  return [...value].map(([key, member]) => `${margin}${entry(key, member, indent, depth)}`).join('');
}

function entry(key: string, member: Value, indent: number, depth: number): string {
  const style = yamlStyle(key, { isSimpleKey: false });
  const isSimple = [...key].length <= longestSimpleKey && !/[\r\n\u0085\u2028\u2029]/.test(key);
  if (isSimple) {
    const name = scalar(key, { column: indent, indent: indent + 2, canFold: false });
    return `${name}:${content(member, { indent, depth, isItem: false, column: indent + [...name].length + 1 })}`;
  }
  const name = styled(key, style, { column: indent + 2, indent: indent + 2, canFold: true });
  return `? ${withBreak(name)}${' '.repeat(indent)}:${content(member, { indent, depth, isItem: true })}`;
}

interface Surroundings {
  readonly indent: number;
  readonly depth: number;
  /** Behind `-`, `?` or `:` on a line of its own a block begins on the same line. */
  readonly isItem: boolean;
  readonly column?: number;
}

function content(value: Value, { indent, depth, isItem, column = indent + 1 }: Surroundings): string {
  if (!isBlock(value)) {
    const text = scalar(value, { column: column + 1, indent: indent + 2, canFold: true });
    return text === '' ? '\n' : ` ${withBreak(text)}`;
  }
  if (isItem) return ` ${block(value, indent + 2, depth + 1).slice(indent + 2)}`;
  // A sequence in a mapping stands as far left as its key.
  return `\n${block(value, isArray(value) ? indent : indent + 2, depth + 1)}`;
}

function scalar(value: Value, position: YamlPosition): string {
  if (value === null) return position.canFold ? '' : "''";
  if (typeof value === 'boolean' || typeof value === 'bigint') return String(value);
  if (typeof value === 'number') return float(value);
  if (typeof value === 'string') return text(value, position);
  if (value instanceof Uint8Array) return `!binary ${literalText(base64Text(value), position)}`;
  if (isArray(value)) return '[]';
  if (isObject(value)) return '{}';
  throw new FormulaError('evaluation', 'Invalid argument to TO_YAML, expected a value got Lambda');
}

function text(value: string, position: YamlPosition): string {
  if (value === '<<') return "!!str '<<'";
  return styled(value, yamlStyle(value, { isSimpleKey: !position.canFold }), position);
}

function styled(value: string, style: ReturnType<typeof yamlStyle>, position: YamlPosition): string {
  switch (style) {
    case 'plain':
      return plainText(value, position);
    case 'single':
      return singleQuotedText(value, position);
    case 'double':
      return doubleQuotedText(value, position);
    case 'literal':
      return literalText(value, position);
  }
}

function float(value: number): string {
  if (Number.isNaN(value)) return '.nan';
  if (Number.isFinite(value)) return floatText(value);
  return value > 0 ? '.inf' : '-.inf';
}

function withBreak(text: string): string {
  return text.endsWith('\n') ? text : `${text}\n`;
}
