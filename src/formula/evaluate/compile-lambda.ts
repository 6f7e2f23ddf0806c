import type { Lambda } from '../../model/value.ts';
import { childrenOf } from '../syntax/children-of.ts';
import type { Expression } from '../syntax/expression.ts';
import type { Compiler } from './compiler.ts';
import type { Evaluate } from './frame.ts';

/** A LAMBDA: a value that remembers the names around it. A parameter for which no value is given is NULL. */
export function compileLambda(expression: Extract<Expression, { kind: 'lambda' }>, compiler: Compiler): Evaluate {
  const { parameters } = expression;
  const body = compiler.compile(expression.body, { ...compiler, bindings: { names: parameters, outer: compiler.bindings } });
  const units = countParts(expression.body);
  return (frame): Lambda => ({
    kind: 'lambda',
    parameters,
    call: (...values) => {
      frame.environment.spend(units);
      return body({ environment: frame.environment, values, outer: frame });
    },
  });
}

function countParts(expression: Expression): number {
  let count = 0;
  const open = [expression];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    count++;
    open.push(...childrenOf(next));
  }
  return count;
}
