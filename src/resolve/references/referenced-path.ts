import type { Expression } from '../../formula/syntax/expression.ts';

/** A path of a formula that is nothing but a path. */
interface ReferencedPath {
  readonly root: string;
  readonly keys: readonly string[];
}

/** The path that an expression is (`LOCAL.a["b"][0]`), or undefined where it computes anything. */
export function referencedPath(expression: Expression): ReferencedPath | undefined {
  if (expression.kind === 'name') return { root: expression.name, keys: [] };
  if (expression.kind !== 'member' && expression.kind !== 'index') return undefined;
  const target = referencedPath(expression.target);
  const key = expression.kind === 'member' ? expression.key : literalKey(expression.index);
  return target === undefined || key === undefined ? undefined : { root: target.root, keys: [...target.keys, key] };
}

function literalKey(index: Expression): string | undefined {
  if (index.kind !== 'literal') return undefined;
  return typeof index.value === 'string' || typeof index.value === 'bigint' ? String(index.value) : undefined;
}
