import type { Value } from '../../model/value.ts';
import type { FunctionEntry } from '../evaluate/function-entry.ts';
import { FormulaError } from '../syntax/formula-error.ts';
import { equalValues } from '../values/compare-values.ts';
import { isArray } from '../values/is-array.ts';
import { isObject } from '../values/is-object.ts';
import { truthy } from '../values/truthy.ts';
import { typeName } from '../values/type-name.ts';
import { invalidArgument } from './arguments.ts';
import { define, defineLazy } from './define.ts';
import { documentationPage } from './documentation-page.ts';

/** Decisions, which evaluate only what they need, and what values are asked for them. */
export const logicFunctions: readonly FunctionEntry[] = [
  defineLazy(describe('AND', 'value, ...values', 'Whether every argument counts as true.'), (values) =>
    values.every((value) => truthy(value())),
  ),
  defineLazy(describe('OR', 'value, ...values', 'Whether some argument counts as true.'), (values) =>
    values.some((value) => truthy(value())),
  ),
  define(describe('NOT', 'value', 'Whether the argument does not count as true.'), ([value]) => !truthy(value ?? null)),
  defineLazy(
    describe(
      'IF',
      'condition, value_if_true, [value_if_false]',
      'The second argument where the condition holds, else the third or NULL.',
    ),
    ([condition, whenTrue, whenFalse]) => (truthy(condition?.() ?? null) ? whenTrue?.() : whenFalse?.()) ?? null,
  ),
  defineLazy(
    describe(
      'SWITCH',
      'expression, ...cases',
      'The value behind the first case that equals the expression, else the last argument.',
    ),
    choose,
  ),
  defineLazy(
    {
      ...describe(
        'DEFAULT',
        'value, fallback, ...fallbacks',
        'The first argument that is not NULL, FALSE or empty, else the last one.',
      ),
    },
    (values) => {
      let value: Value = null;
      for (const each of values) {
        value = each();
        if (value !== null && value !== false && !isEmpty(value)) return value;
      }
      return value;
    },
  ),
  defineLazy(
    describe('IF_ERROR', 'expression, fallback', 'The expression, or the fallback where evaluating the expression fails.'),
    ([expression, fallback]) => {
      try {
        return expression?.() ?? null;
      } catch (error) {
        // What this program cannot do or will not do says nothing about what happens in Tines.
        if (error instanceof FormulaError && error.kind === 'evaluation') return fallback?.() ?? null;
        throw error;
      }
    },
  ),
  define(describe('IS_BLANK', 'value', 'Whether a value is NULL, FALSE, empty, or text of nothing but white space.'), ([value]) =>
    isBlank(value ?? null),
  ),
  define(describe('IS_PRESENT', 'value', 'Whether a value is not blank.'), ([value]) => !isBlank(value ?? null)),
  define(describe('IS_EMPTY', 'value', 'Whether text, an array or an object has nothing in it.'), ([value = null]) => {
    if (typeof value === 'string' || value instanceof Uint8Array || isArray(value) || isObject(value)) return isEmpty(value);
    throw invalidArgument('IS_EMPTY', 'text, array or object', typeName(value));
  }),
];

function describe(name: string, parameters: string, summary: string) {
  return { name, category: 'Logic', parameters, summary, source: documentationPage(name) };
}

function choose([expression, ...cases]: readonly (() => Value)[]): Value {
  if (expression === undefined || cases.length < 3 || cases.length % 2 === 0) {
    throw new FormulaError('evaluation', 'Invalid arguments to SWITCH, expected pairs + default');
  }
  const value = expression();
  for (let index = 0; index + 1 < cases.length; index += 2) {
    if (equalValues(value, cases[index]?.() ?? null)) return cases[index + 1]?.() ?? null;
  }
  return cases.at(-1)?.() ?? null;
}

function isEmpty(value: Value): boolean {
  if (typeof value === 'string' || value instanceof Uint8Array || isArray(value)) return value.length === 0;
  return isObject(value) && value.size === 0;
}

// As `blank?` in Rails: the documentation lists FALSE, "", [], {} and NULL.
function isBlank(value: Value): boolean {
  return value === null || value === false || isEmpty(value) || (typeof value === 'string' && value.trim() === '');
}
