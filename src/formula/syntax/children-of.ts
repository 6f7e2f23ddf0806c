import type { Expression } from './expression.ts';

/** The parts that an expression is made of, in the order written. */
export function childrenOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'literal':
    case 'name':
    case 'placeholder':
      return [];
    case 'member':
      return [expression.target];
    case 'index':
      return [expression.target, expression.index];
    case 'call':
      return [...expression.positional, ...expression.named.map(([, value]) => value)];
    case 'array':
      return expression.items;
    case 'object':
      return expression.members.map(([, value]) => value);
    case 'lambda':
      return [expression.body];
    case 'negation':
      return [expression.operand];
    case 'binary':
    case 'pipe':
      return [expression.left, expression.right];
  }
}
