import type { Value, ValueMap } from '../../../model/value.ts';
import { singularize } from '../../../ruby/singularize.ts';
import { assertDepth } from '../../syntax/assert-depth.ts';
import { isArray } from '../../values/is-array.ts';
import { isObject } from '../../values/is-object.ts';
import { textOf } from '../../values/text-of.ts';
import { rubyClassName } from '../../values/type-name.ts';

type Spend = (units: number) => void;

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';

/**
 * An object or array as XML, as Rails' `to_xml` lays it out: two spaces a level, names with `-` for `_`, a `type` attribute on
 * everything but text and objects, `nil="true"` for NULL. The elements of an array are called by the singular of its name.
 */
export function xmlText(value: readonly Value[] | ValueMap, root: string | undefined, spend: Spend): string {
  return declaration + element(root ?? (isArray(value) ? arrayName(value) : 'hash'), value, { depth: 0, spend });
}

interface Nesting {
  readonly depth: number;
  readonly spend: Spend;
}

function element(key: string, value: Value, nesting: Nesting): string {
  const { depth, spend } = nesting;
  assertDepth(depth);
  // Counted before it is made: a long name that repeats for each element could multiply beyond all bounds.
  spend(2 * (key.length + depth));
  const name = dasherize(key);
  const indent = '  '.repeat(depth);
  if (isObject(value)) {
    const members = [...value].map(([member, child]) => element(member, child, { depth: depth + 1, spend }));
    return `${indent}<${name}>\n${members.join('')}${indent}</${name}>\n`;
  }
  if (isArray(value)) return arrayElement(name, value, nesting);
  if (value === null) return `${indent}<${name} nil="true"/>\n`;
  return `${indent}<${name}${typeAttribute(value)}>${escapeText(textOf(value))}</${name}>\n`;
}

function arrayElement(name: string, items: readonly Value[], { depth, spend }: Nesting): string {
  const indent = '  '.repeat(depth);
  if (items.length === 0) return `${indent}<${name} type="array"/>\n`;
  const itemName = singularize(name);
  const children = items.map((item) => element(itemName, item, { depth: depth + 1, spend }));
  return `${indent}<${name} type="array">\n${children.join('')}${indent}</${name}>\n`;
}

function typeAttribute(value: Value): string {
  if (typeof value === 'bigint') return ' type="integer"';
  if (typeof value === 'number') return ' type="float"';
  return typeof value === 'boolean' ? ' type="boolean"' : '';
}

// Where all are of one class, its plural, and that of an empty array is that of `nil`; hashes are objects.
function arrayName([first = null, ...others]: readonly Value[]): string {
  const name = rubyClassName(first);
  if (name === 'Hash' || others.some((item) => rubyClassName(item) !== name)) return 'objects';
  return name.endsWith('Class') ? name.replace('Class', '-classes').toLowerCase() : `${name.toLowerCase()}s`;
}

// Underscores at either end stay, as in ActiveSupport.
function dasherize(key: string): string {
  const start = key.search(/[^_]/);
  if (start < 0) return key;
  let end = key.length;
  while (key[end - 1] === '_') end--;
  return key.slice(0, start) + key.slice(start, end).replaceAll(/[_ ]/g, '-') + key.slice(end);
}

function escapeText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '*');
}
