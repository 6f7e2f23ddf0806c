import { assertHeight } from './assert-height.ts';
import type { BinaryOperator, Expression } from './expression.ts';
import { FormulaError } from './formula-error.ts';
import { parsePrimary } from './parse-primary.ts';
import { readTokens } from './read-tokens.ts';
import type { Region, Token } from './token.ts';
import { TokenReader } from './token-reader.ts';

// How deep brackets may stand in each other; bounds the parser's own recursion.
const deepestNesting = 400;

/** A formula that was read out of a longer text, and where its last character ends. */
interface ParsedFormula {
  readonly expression: Expression;
  readonly end: number;
}

/** Reads a formula (without `=` and `<<`). A syntax error is a FormulaError with its place in the text. */
export function parseFormula(text: string, start = 0): Expression {
  return parseFormulaIn(text, { start }).expression;
}

/** Reads the formula that starts in the middle of a text and goes up to a terminator; all places are places in the whole text. */
export function parseFormulaIn(text: string, region: Region): ParsedFormula {
  const tokens = new TokenReader(readTokens(text, region));
  if (tokens.peek().kind === 'end') {
    throw new FormulaError('syntax', 'The formula is empty.', { offset: region.start, length: 1 });
  }
  const expression = parsePipe(tokens, 0);
  if (tokens.peek().kind !== 'end') throw tokens.unexpected('The formula should end here', missingOperator(tokens.peek()));
  assertHeight(expression);
  return { expression, end: tokens.peek().offset };
}

/** A whole expression, pipes included: what stands between brackets or commas. */
function parsePipe(tokens: TokenReader, depth: number): Expression {
  let left = parseBinary(tokens, 0, depth);
  while (tokens.accepts('|>')) {
    const right = parseBinary(tokens, 0, depth);
    left = { kind: 'pipe', left, right, ...between(left, right) };
  }
  return left;
}

const levels: ReadonlyMap<string, readonly [level: number, operator: BinaryOperator]> = new Map<
  string,
  readonly [number, BinaryOperator]
>([
  ['OR', [1, 'OR']],
  ['||', [1, 'OR']],
  ['AND', [2, 'AND']],
  ['&&', [2, 'AND']],
  ['=', [3, '=']],
  ['!=', [3, '!=']],
  ['<', [3, '<']],
  ['<=', [3, '<=']],
  ['>', [3, '>']],
  ['>=', [3, '>=']],
  ['&', [4, '&']],
  ['+', [5, '+']],
  ['-', [5, '-']],
  ['*', [6, '*']],
  ['/', [6, '/']],
]);

// Precedence climbing; every operator groups to the left.
function parseBinary(tokens: TokenReader, lowest: number, depth: number): Expression {
  let left = parseNegation(tokens, enter(depth, tokens));
  for (let next = operatorOf(tokens.peek()); next !== undefined && next[0] > lowest; next = operatorOf(tokens.peek())) {
    tokens.take();
    const right = parseBinary(tokens, next[0], depth + 1);
    left = { kind: 'binary', operator: next[1], left, right, ...between(left, right) };
  }
  return left;
}

function operatorOf(token: Token): readonly [number, BinaryOperator] | undefined {
  return token.kind === 'symbol' || token.kind === 'name' ? levels.get(token.text) : undefined;
}

function parseNegation(tokens: TokenReader, depth: number): Expression {
  const { offset } = tokens.peek();
  if (!tokens.accepts('-')) return parsePrimary(tokens, depth + 1, parsePipe);
  const operand = parseNegation(tokens, enter(depth + 1, tokens));
  return { kind: 'negation', operand, offset, length: operand.offset + operand.length - offset };
}

function enter(depth: number, tokens: TokenReader): number {
  if (depth <= deepestNesting) return depth;
  const { offset, length } = tokens.peek();
  throw new FormulaError('limit', `The formula is nested more than ${deepestNesting} levels deep.`, { offset, length });
}

function between(left: Expression, right: Expression): { readonly offset: number; readonly length: number } {
  return { offset: left.offset, length: right.offset + right.length - left.offset };
}

function missingOperator(token: Token): string | undefined {
  if (token.kind === 'symbol') return undefined;
  return 'Between two values there must be an operator; & joins text.';
}
