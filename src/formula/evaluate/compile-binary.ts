import type { BinaryOperator, Expression } from '../syntax/expression.ts';
import { equalValues } from '../values/compare-values.ts';
import { orderValues } from '../values/order-values.ts';
import { textOf } from '../values/text-of.ts';
import { truthy } from '../values/truthy.ts';
import { type ArithmeticOperator, calculate } from './calculate.ts';
import type { Compiler } from './compiler.ts';
import { concatenateText } from './concatenate-text.ts';
import type { Evaluate } from './frame.ts';
import { tolerateMissing } from './tolerate-missing.ts';

type Binary = Extract<Expression, { kind: 'binary' }>;

/** An infix operator. AND and OR look at their right side only where it counts, and give TRUE or FALSE. */
export function compileBinary(expression: Binary, compiler: Compiler): Evaluate {
  const { operator } = expression;
  const part = operator === 'AND' || operator === 'OR' ? compiler : { ...compiler, asks: false };
  const left = compileSide(expression.left, expression.right, { operator, compiler: part });
  const right = compileSide(expression.right, expression.left, { operator, compiler: part });
  switch (operator) {
    case 'AND':
      return (frame) => truthy(left(frame)) && truthy(right(frame));
    case 'OR':
      return (frame) => truthy(left(frame)) || truthy(right(frame));
    case '&':
      return compileJoin(left, right);
    case '=':
      return (frame) => equalValues(left(frame), right(frame));
    case '!=':
      return (frame) => !equalValues(left(frame), right(frame));
    case '<':
      return (frame) => orderValues('<', left(frame), right(frame)) < 0;
    case '<=':
      return (frame) => orderValues('<=', left(frame), right(frame)) <= 0;
    case '>':
      return (frame) => orderValues('>', left(frame), right(frame)) > 0;
    case '>=':
      return (frame) => orderValues('>=', left(frame), right(frame)) >= 0;
    default:
      return compileArithmetic(operator, left, right);
  }
}

interface Side {
  readonly operator: BinaryOperator;
  readonly compiler: Compiler;
}

function compileSide(side: Expression, other: Expression, { operator, compiler }: Side): Evaluate {
  const evaluate = compiler.compile(side, compiler);
  const asksForNull = (operator === '=' || operator === '!=') && other.kind === 'literal' && other.value === null;
  return asksForNull ? tolerateMissing(evaluate) : evaluate;
}

function compileArithmetic(operator: ArithmeticOperator, left: Evaluate, right: Evaluate): Evaluate {
  return (frame) => {
    const result = calculate(operator, left(frame), right(frame));
    if (typeof result === 'bigint' && BigInt.asIntN(64, result) !== result) frame.environment.spend(result.toString(16).length);
    return result;
  };
}

function compileJoin(left: Evaluate, right: Evaluate): Evaluate {
  return (frame) => {
    const a = left(frame);
    const b = right(frame);
    const joined = a instanceof Uint8Array || b instanceof Uint8Array ? concatenateText([a, b]) : textOf(a) + textOf(b);
    frame.environment.spend(joined.length);
    return joined;
  };
}
