import type { Value } from '../../../model/value.ts';
import type { FunctionEntry } from '../../evaluate/function-entry.ts';
import { FormulaError } from '../../syntax/formula-error.ts';
import { isObject } from '../../values/is-object.ts';
import { textOf } from '../../values/text-of.ts';
import { arrayArgument, objectArgument, textArgument } from '../arguments.ts';
import { define } from '../define.ts';
import { removeAt, setAt } from './edit.ts';
import { objectFormFunctions } from './forms.ts';
import { propertyReader, readPath } from './path.ts';

const category = 'Objects';
const page = 'https://www.tines.com/docs/formulas/functions';

/** Every function of the category Objects, except those that are about lambdas. */
export const objectFunctions: readonly FunctionEntry[] = [
  define(
    {
      name: 'OBJECT',
      category,
      parameters: '...pairs',
      summary: 'An object of keys and values by turns.',
      source: `${page}/object; inferred: keys become text`,
    },
    ([pairs]) => {
      const list = arrayArgument('OBJECT', pairs);
      if (list.length % 2 === 1)
        throw new FormulaError('evaluation', 'Invalid arguments to OBJECT, expected pairs of a key and a value');
      const members = new Map<string, Value>();
      for (let index = 0; index < list.length; index += 2) members.set(textOf(list[index] ?? null), list[index + 1] ?? null);
      return members;
    },
  ),
  define(
    {
      name: 'GET',
      category,
      parameters: 'object, path',
      summary: 'The value at a key or dotted path (`["…"]` for keys with spaces); NULL where it leads nowhere.',
      source: `${page}/get`,
    },
    ([object = null, path]) => propertyReader(textArgument('GET', path))(object) ?? null,
  ),
  define(
    { name: 'KEYS', category, parameters: 'object', summary: 'The keys in their order.', source: `${page}/keys` },
    ([object]) => [...objectArgument('KEYS', object).keys()],
  ),
  define(
    { name: 'VALUES', category, parameters: 'object', summary: 'The values in their order.', source: `${page}/values` },
    ([object]) => [...objectArgument('VALUES', object).values()],
  ),
  define(
    {
      name: 'MERGE',
      category,
      parameters: '...objects',
      summary: 'One object of the members of several; of a repeated key the last value, in the first place.',
      source: `${page}/merge`,
    },
    ([objects], { spend }) => {
      const merged = new Map<string, Value>();
      for (const object of arrayArgument('MERGE', objects)) {
        if (!isObject(object)) throw new FormulaError('evaluation', 'Invalid arguments to MERGE, expected objects');
        spend(object.size);
        for (const [key, value] of object) merged.set(key, value);
      }
      return merged;
    },
  ),
  define(
    {
      name: 'SET_KEY',
      category,
      parameters: 'object, path, value',
      summary: 'The object with a value at a key or dotted path, which is made where it is missing.',
      source: `${page}/set-key`,
    },
    ([object, path, value = null], { spend }) => setAt(objectArgument('SET_KEY', object), keysOf('SET_KEY', path), value, spend),
  ),
  define(
    {
      name: 'REMOVE_KEY',
      category,
      parameters: 'object, path',
      summary: 'The object without the key at a dotted path.',
      source: `${page}/remove-key`,
    },
    ([object, path], { spend }) => removeAt(objectArgument('REMOVE_KEY', object), keysOf('REMOVE_KEY', path), spend),
  ),
  ...objectFormFunctions,
];

// Without keys in it (an empty text) the path itself is the key.
function keysOf(name: string, path: Value | undefined): readonly string[] {
  const text = textArgument(name, path);
  const keys = readPath(text);
  return keys.length > 0 ? keys : [text];
}
