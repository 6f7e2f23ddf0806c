import { isArray } from '../../formula/values/is-array.ts';
import { isObject } from '../../formula/values/is-object.ts';
import { jsonText } from '../../formula/values/json-text.ts';
import type { Json } from '../../model/json.ts';
import type { ResolvedText, Variable } from '../../model/text.ts';
import type { Value } from '../../model/value.ts';
import { jsonOfValue } from '../json-of-value.ts';

/** One value as it comes out with the true credentials and with two sets of made-up ones; undefined where that failed. */
export interface Compared {
  readonly truth: Value;
  readonly madeUp: readonly (Value | undefined)[];
}

/** Makes the variable that stands for a part of the value; `text` is what stands in its place. */
type Conceal = (part: Compared, text: string) => Variable;

/**
 * A structured value as JSON in which exactly the leaves that depend on a credential are variables. Where the structure itself depends on
 * one, the smallest part around it becomes one variable, which holds the JSON text of that part.
 */
export function separateLeaves(compared: Compared, conceal: Conceal): Json<ResolvedText> {
  const { truth, madeUp } = compared;
  if (madeUp.every((value) => value !== undefined && sameText(truth, value))) return jsonOfValue(truth);
  if (typeof truth === 'string' || truth instanceof Uint8Array) {
    const text = typeof truth === 'string' ? truth : new TextDecoder().decode(truth);
    return { kind: 'string', value: [conceal(compared, text)] };
  }
  if (isArray(truth) && madeUp.every((value) => isArray(value) && value.length === truth.length)) {
    return { kind: 'array', items: truth.map((item, index) => separateLeaves(membersAt(item, madeUp, index), conceal)) };
  }
  if (isObject(truth) && madeUp.every((value) => isObject(value) && sameText([...value.keys()], [...truth.keys()]))) {
    const members = [...truth].map(([key, member]) => ({
      key: key === '' ? [] : [key],
      value: separateLeaves(membersAt(member, madeUp, key), conceal),
    }));
    return { kind: 'object', members };
  }
  // A number is printed without quotes, and so is whatever JSON text stands in for it.
  return { kind: 'number', text: [conceal(compared, jsonText(truth))] };
}

function membersAt(truth: Value, madeUp: Compared['madeUp'], key: string | number): Compared {
  return {
    truth,
    madeUp: madeUp.map((value) => {
      if (isArray(value)) return value[Number(key)];
      return isObject(value) ? value.get(String(key)) : undefined;
    }),
  };
}

function sameText(left: Value, right: Value): boolean {
  return jsonText(left) === jsonText(right);
}
