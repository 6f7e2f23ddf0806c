import { childrenOf } from '../../formula/syntax/children-of.ts';
import type { Expression, Place } from '../../formula/syntax/expression.ts';
import { impliedReferences } from './implied-references.ts';

/** A top-level name in a formula and the keys read below it, as far as they are written there. */
export interface FormulaReference {
  readonly root: string;
  readonly keys: readonly string[];
  readonly place?: Place;
}

/** Every name in a formula that stands for something outside of it; `bound` are names of loops and LAMBDAs around it. */
export function referencesOfFormula(expression: Expression, bound: ReadonlySet<string> = new Set()): readonly FormulaReference[] {
  if (expression.kind === 'name')
    return bound.has(expression.name) ? [] : [{ root: expression.name, keys: [], place: expression }];
  if (expression.kind === 'lambda') return referencesOfFormula(expression.body, new Set([...bound, ...expression.parameters]));
  if (expression.kind !== 'member' && expression.kind !== 'index') {
    const inside = childrenOf(expression).flatMap((child) => referencesOfFormula(child, bound));
    if (expression.kind !== 'call') return inside;
    return [...impliedReferences(expression.name).map((reference) => ({ ...reference, place: expression })), ...inside];
  }
  const key = expression.kind === 'member' ? expression.key : literalKey(expression.index);
  const inIndex = expression.kind === 'index' ? referencesOfFormula(expression.index, bound) : [];
  const inTarget = referencesOfFormula(expression.target, bound);
  if (key === undefined || !isPath(expression.target)) return [...inTarget, ...inIndex];
  return inTarget.map((reference) => ({ ...reference, keys: [...reference.keys, key], place: expression }));
}

// Below an index that is computed the keys are not known any more.
function isPath(target: Expression): boolean {
  if (target.kind === 'name') return true;
  if (target.kind === 'member') return isPath(target.target);
  return target.kind === 'index' && literalKey(target.index) !== undefined && isPath(target.target);
}

function literalKey(index: Expression): string | undefined {
  if (index.kind !== 'literal') return undefined;
  return typeof index.value === 'string' || typeof index.value === 'bigint' ? String(index.value) : undefined;
}
