import { createEnvironment } from '../../../src/formula/evaluate/create-environment.ts';
import type { Environment } from '../../../src/formula/evaluate/environment.ts';
import { evaluateFormula } from '../../../src/formula/evaluate/evaluate-formula.ts';
import type {
  EagerFunction,
  FunctionEntry,
  FunctionTable,
  LazyFunction,
  Parameter,
} from '../../../src/formula/evaluate/function-entry.ts';
import { FormulaError } from '../../../src/formula/syntax/formula-error.ts';
import { isArray } from '../../../src/formula/values/is-array.ts';
import { isLambda } from '../../../src/formula/values/is-lambda.ts';
import { jsonText } from '../../../src/formula/values/json-text.ts';
import { parseJsonValue } from '../../../src/formula/values/parse-json-value.ts';
import { textOf } from '../../../src/formula/values/text-of.ts';
import { truthy } from '../../../src/formula/values/truthy.ts';
import type { Value } from '../../../src/model/value.ts';

const required = (...names: readonly string[]): readonly Parameter[] => names.map((name) => ({ name, kind: 'required' }));

function eager(name: string, parameters: readonly Parameter[], call: EagerFunction['call']): FunctionEntry {
  return { name, category: 'test', parameters, summary: 'made for the tests', source: 'inferred: tests', kind: 'eager', call };
}

function lazy(name: string, parameters: readonly Parameter[], call: LazyFunction['call']): FunctionEntry {
  return { name, category: 'test', parameters, summary: 'made for the tests', source: 'inferred: tests', kind: 'lazy', call };
}

const optional = (name: string): Parameter => ({ name, kind: 'optional' });

const entries: readonly FunctionEntry[] = [
  eager('UPCASE', required('text'), ([text = null]) => textOf(text).toUpperCase()),
  eager('LIST', [{ name: 'items', kind: 'rest' }], ([items = null]) => items),
  eager('PAIR', [...required('a'), optional('b'), { name: 'c', kind: 'named' }], ([a, b, c]) => [
    a ?? null,
    b ?? null,
    c ?? null,
  ]),
  eager('RANDOM_NUMBER', [], (_, { random }) => random()),
  eager('BASE64_ENCODE', required('text'), ([text = null]) => Buffer.from(textOf(text)).toString('base64')),
  eager('BASE64_DECODE', required('text'), ([text = null]) => new Uint8Array(Buffer.from(textOf(text), 'base64'))),
  eager('SIZE', required('text'), ([text = null]) => BigInt(textOf(text).length)),
  eager('REVEAL', required('text'), ([text = null]) => {
    throw new FormulaError('evaluation', `Invalid argument to REVEAL, expected anything else got ${textOf(text)}`);
  }),
  eager('IS_BLANK', required('value'), ([value = null]) => value === null || value === ''),
  eager('NOT', required('value'), ([value = null]) => !truthy(value)),
  eager('MAP_LAMBDA', required('array', 'lambda'), ([array, lambda]) => {
    if (!isArray(array) || !isLambda(lambda)) throw new FormulaError('evaluation', 'expected an array and a lambda');
    return array.map((item) => lambda.call(item));
  }),
  eager('REDUCE', required('array', 'lambda', 'first'), ([array, lambda, first = null]) => {
    if (!isArray(array) || !isLambda(lambda)) throw new FormulaError('evaluation', 'expected an array and a lambda');
    return array.reduce<Value>((previous, item) => lambda.call(previous, item), first);
  }),
  lazy('IF', [...required('condition', 'then'), optional('else')], ([condition, then, otherwise]) =>
    truthy(condition?.() ?? null) ? (then?.() ?? null) : (otherwise?.() ?? null),
  ),
  lazy('DEFAULT', required('value', 'fallback'), ([value, fallback]) => value?.() ?? fallback?.() ?? null),
  lazy('IF_ERROR', required('value', 'fallback'), ([value, fallback]) => {
    try {
      return value?.() ?? null;
    } catch (error) {
      if (error instanceof FormulaError) return fallback?.() ?? null;
      throw error;
    }
  }),
];

/** A few functions, so that tests of the language do not depend on the real table. */
export const fewFunctions: FunctionTable = new Map(entries.map((entry) => [entry.name, entry]));

/** An environment over JSON data; its clock stands still and its random source repeats. */
export function environmentOf(
  data: unknown = {},
  more: { readonly units?: number; readonly clock?: () => number; readonly milliseconds?: number } = {},
): Environment {
  const value = parseJsonValue(JSON.stringify(data));
  return createEnvironment({
    now: new Date('2024-01-02T03:04:05Z'),
    random: () => 0.25,
    uuid: () => '00000000-0000-4000-8000-000000000000',
    lookup: (name) => (value instanceof Map ? (value.get(name) ?? null) : null),
    ...more,
  });
}

/** The JSON text of what a formula gives. */
export function run(formula: string, data: unknown = {}): string {
  return jsonText(evaluateFormula(formula, environmentOf(data), fewFunctions));
}

/** The error that a formula stops with. */
export function failure(formula: string, data: unknown = {}): FormulaError {
  try {
    evaluateFormula(formula, environmentOf(data), fewFunctions);
  } catch (error) {
    if (error instanceof FormulaError) return error;
    throw error;
  }
  throw new Error(`${formula} did not fail`);
}
