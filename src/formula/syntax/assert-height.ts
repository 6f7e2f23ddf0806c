import { childrenOf } from './children-of.ts';
import type { Expression } from './expression.ts';
import { FormulaError } from './formula-error.ts';

const highest = 1000;

/** Stops with a `limit` error where a tree is so high (`a & b & c & …`) that walking it could exhaust the stack. */
export function assertHeight(expression: Expression): void {
  const open: (readonly [Expression, number])[] = [[expression, 1]];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [node, height] = next;
    if (height > highest) {
      const { offset, length } = node;
      throw new FormulaError('limit', `The formula has more than ${highest} steps one inside of the other.`, { offset, length });
    }
    for (const child of childrenOf(node)) open.push([child, height + 1]);
  }
}
