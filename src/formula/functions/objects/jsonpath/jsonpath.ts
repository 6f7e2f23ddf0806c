import type { Value } from '../../../../model/value.ts';
import { assertDepth } from '../../../syntax/assert-depth.ts';
import { FormulaError } from '../../../syntax/formula-error.ts';
import { equalValues } from '../../../values/compare-values.ts';
import { isArray } from '../../../values/is-array.ts';
import { isObject } from '../../../values/is-object.ts';
import { readSteps, type Selector, type Step } from './steps.ts';

/**
 * What a JSONPath finds, in the order found, as the Ruby gem jsonpath 0.9.9 finds it. It differs from RFC 9535: a slice
 * includes its end, a filter is put to an object itself and not to its members, `*` is the node and all that is below it
 * (`$.a.*` is `a`; `*.email` every `email`), and `$..[?(…)]` gives an element of an array twice.
 */
export function evaluateJsonPath(root: Value, path: string, spend: (units: number) => void): readonly Value[] {
  const search: Search = { root, steps: readSteps(path), found: [], spend };
  visit(search, root, { place: 0, depth: 0 });
  return search.found;
}

interface Search {
  readonly root: Value;
  readonly steps: readonly Step[];
  readonly found: Value[];
  readonly spend: (units: number) => void;
}

interface Position {
  /** Of the next step. */
  readonly place: number;
  readonly depth: number;
}

function visit(search: Search, node: Value, { place, depth }: Position): void {
  search.spend(1);
  assertDepth(depth);
  const step = search.steps[place];
  if (step === undefined) {
    search.found.push(node);
    return;
  }
  const next = { place: place + 1, depth: depth + 1 };
  if (step.kind === 'select') {
    for (const selector of step.selectors) for (const chosen of choose(node, selector)) visit(search, chosen, next);
  } else if (step.kind !== 'root' || equalValues(node, search.root)) visit(search, node, next);
  const previous = search.steps[place - 1]?.kind;
  if (previous === 'descendants' || (previous === 'any' && step.kind !== 'descendants')) {
    for (const child of children(node)) visit(search, child, { place, depth: depth + 1 });
  }
}

function children(node: Value): Iterable<Value> {
  if (isArray(node)) return node;
  return isObject(node) ? node.values() : [];
}

function choose(node: Value, selector: Selector): Iterable<Value> {
  switch (selector.kind) {
    case 'name': {
      const member = isObject(node) ? node.get(selector.name) : undefined;
      return member === undefined ? [] : [member];
    }
    case 'filter':
      return (isArray(node) ? node : [node]).filter(selector.filter);
    case 'all':
      return children(node);
    case 'fromEnd': {
      const index = isArray(node) ? node.length - selector.distance : -1;
      return isArray(node) && index >= 0 ? node.slice(index, index + 1) : [];
    }
    case 'slice':
      return isArray(node) && node.length > 0 ? slice(node, selector) : [];
  }
}

function slice(array: readonly Value[], { first, last, step }: Extract<Selector, { kind: 'slice' }>): readonly Value[] {
  if (step < 1) throw new FormulaError('evaluation', `Invalid argument to JSONPATH, expected step greater than 0 got ${step}`);
  if (first === last && first >= array.length) return [];
  const start = modulo(first, array.length);
  const end = modulo(last, array.length);
  return array.filter((_, index) => index >= start && index <= end && (index - start) % step === 0);
}

// Ruby's `%`: the result has the sign of the divisor.
function modulo(number: number, divisor: number): number {
  return ((number % divisor) + divisor) % divisor;
}
