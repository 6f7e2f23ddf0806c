import { floatText } from '../values/float-text.ts';
import type { Expression } from './expression.ts';
import { words } from './words.ts';

/** Writes a formula so that reading it gives the same tree; brackets stand only where they are needed. */
export function printFormula(expression: Expression): string {
  return print(expression, 0);
}

const pipeLevel = 0;
const levels = {
  OR: 1,
  AND: 2,
  '=': 3,
  '!=': 3,
  '<': 3,
  '<=': 3,
  '>': 3,
  '>=': 3,
  '&': 4,
  '+': 5,
  '-': 5,
  '*': 6,
  '/': 6,
} as const;
const negationLevel = 7;
const stepLevel = 8;

function print(expression: Expression, level: number): string {
  const text = printBare(expression);
  return levelOf(expression) < level ? `(${text})` : text;
}

function levelOf(expression: Expression): number {
  switch (expression.kind) {
    case 'pipe':
      return pipeLevel;
    case 'binary':
      return levels[expression.operator];
    case 'negation':
      return negationLevel;
    default:
      return stepLevel;
  }
}

function printBare(expression: Expression): string {
  switch (expression.kind) {
    case 'literal':
      return printLiteral(expression.value);
    case 'name':
      return words.has(expression.name) ? `.${expression.name}` : expression.name;
    case 'placeholder':
      return '%';
    case 'member':
      return `${printTarget(expression.target)}.${expression.key}`;
    case 'index':
      return `${print(expression.target, stepLevel)}[${print(expression.index, 0)}]`;
    case 'call':
      return `${expression.name}(${[...expression.positional.map(printWhole), ...expression.named.map(printNamed)].join(', ')})`;
    case 'array':
      return `[${expression.items.map(printWhole).join(', ')}]`;
    case 'object':
      return `{${expression.members.map(([key, value]) => `${quote(key)}: ${printWhole(value)}`).join(', ')}}`;
    case 'lambda':
      return `LAMBDA(${[...expression.parameters, printWhole(expression.body)].join(', ')})`;
    case 'negation':
      return `-${print(expression.operand, negationLevel)}`;
    case 'binary': {
      const level = levels[expression.operator];
      return `${print(expression.left, level)} ${expression.operator} ${print(expression.right, level + 1)}`;
    }
    case 'pipe':
      return `${print(expression.left, pipeLevel)} |> ${print(expression.right, pipeLevel + 1)}`;
  }
}

// A number needs brackets here: `(1).5` is not 1.5.
function printTarget(target: Expression): string {
  const text = print(target, stepLevel);
  return target.kind === 'literal' && typeof target.value !== 'string' ? `(${text})` : text;
}

function printWhole(expression: Expression): string {
  return print(expression, 0);
}

function printNamed([name, value]: readonly [string, Expression]): string {
  return `${name}: ${printWhole(value)}`;
}

function printLiteral(value: null | boolean | string | bigint | number): string {
  if (value === null) return 'NULL';
  if (typeof value === 'string') return quote(value);
  if (typeof value === 'number') return floatText(value);
  return String(value).toUpperCase();
}

const escapes: ReadonlyMap<string, string> = new Map([
  ['"', '\\"'],
  ['\\', '\\\\'],
  ['\n', '\\n'],
  ['\t', '\\t'],
  ['\r', '\\r'],
]);

function quote(text: string): string {
  return `"${text.replaceAll(/["\\\n\t\r]/g, (character) => escapes.get(character) ?? character)}"`;
}
