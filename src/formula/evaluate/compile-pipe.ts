import type { Expression } from '../syntax/expression.ts';
import { asksAboutFirst } from './compile-call.ts';
import type { Compiler } from './compiler.ts';
import type { Evaluate } from './frame.ts';
import { tolerateMissing } from './tolerate-missing.ts';

/** `left |> right`: the left side is evaluated once; the right side sees it as `%`. */
export function compilePipe(expression: Extract<Expression, { kind: 'pipe' }>, compiler: Compiler): Evaluate {
  const plain = compiler.compile(expression.left, compiler);
  const left = providesForMissing(expression.right) ? tolerateMissing(plain) : plain;
  const right = compiler.compile(expression.right, { ...compiler, bindings: { names: ['%'], outer: compiler.bindings } });
  return (frame) => right({ environment: frame.environment, values: [left(frame)], outer: frame });
}

function providesForMissing(right: Expression): boolean {
  return right.kind === 'call' && asksAboutFirst.has(right.name) && right.positional[0]?.kind === 'placeholder';
}
