import type { Value } from '../../model/value.ts';
import type { Expression } from '../syntax/expression.ts';
import { parseTemplate } from '../syntax/parse-template.ts';
import { compileFormula } from './compile-formula.ts';
import { concatenateText } from './concatenate-text.ts';
import type { Environment } from './environment.ts';
import type { FunctionTable } from './function-entry.ts';
import { functionTable } from './functions.ts';
import { renderTemplate } from './render-template.ts';

/** What a string of an action's options gives: text where it has pills, a value with its type where it is one formula (`=…`). */
export function evaluateTemplate(text: string, environment: Environment, table: FunctionTable = functionTable): Value {
  const template = parseTemplate(text);
  if (template.kind === 'formula') return compileFormula(template.expression, table)(environment);
  const evaluate = (expression: Expression, inner: Environment): Value => compileFormula(expression, table)(inner);
  const parts = renderTemplate<Value>(template.nodes, environment, {
    text: (written) => written,
    pill: ({ expression }, inner) => evaluate(expression, inner),
    decide: evaluate,
  });
  return concatenateText(parts);
}
