import { numberValue } from '../values/number-value.ts';
import type { Expression, Place } from './expression.ts';
import { FormulaError } from './formula-error.ts';
import { parseCall } from './parse-call.ts';
import type { Token } from './token.ts';
import type { TokenReader } from './token-reader.ts';
import { words } from './words.ts';

/** Reads a whole expression; handed down, because the parser's parts need each other. */
type ParseExpression = (tokens: TokenReader, depth: number) => Expression;

/** A literal, a name, a call, a bracketed expression, an array or an object, with every `.key` and `[index]` behind it. */
export function parsePrimary(tokens: TokenReader, depth: number, parse: ParseExpression): Expression {
  let expression = parseOperand(tokens, depth, parse);
  while (tokens.is('.') || tokens.is('[')) expression = parseStep(expression, tokens, depth, parse);
  return expression;
}

function parseStep(target: Expression, tokens: TokenReader, depth: number, parse: ParseExpression): Expression {
  const isDotted = tokens.accepts('.');
  if (tokens.accepts('[')) {
    const index = parse(tokens, depth);
    tokens.expect(']', 'to close the index');
    return { kind: 'index', target, index, ...upTo(target.offset, tokens) };
  }
  if (!isDotted || tokens.peek().kind !== 'name') throw tokens.unexpected('After ‹.› should come a key', keyHint);
  const key = tokens.take().text;
  if (tokens.is('('))
    throw tokens.unexpected('A function cannot be called on a value', 'Write FUNCTION(value), or value |> FUNCTION(%).');
  return { kind: 'member', target, key, ...upTo(target.offset, tokens) };
}

function parseOperand(tokens: TokenReader, depth: number, parse: ParseExpression): Expression {
  const token = tokens.peek();
  const { offset } = token;
  switch (token.kind) {
    case 'text':
      tokens.take();
      return { kind: 'literal', value: token.text, ...upTo(offset, tokens) };
    case 'number':
      tokens.take();
      return { kind: 'literal', value: finite(token), ...upTo(offset, tokens) };
    case 'name':
      return parseName(tokens, depth, parse);
    case 'symbol':
      return parseSymbol(tokens, depth, parse);
    case 'end':
      throw tokens.unexpected('Here should be a value');
  }
}

function parseName(tokens: TokenReader, depth: number, parse: ParseExpression): Expression {
  const { text, offset } = tokens.take();
  if (tokens.is('(')) return parseCall({ text, offset }, tokens, (inner) => parse(inner, depth));
  const word = words.get(text);
  if (word !== undefined) return { kind: 'literal', value: word, ...upTo(offset, tokens) };
  return { kind: 'name', name: text, ...upTo(offset, tokens) };
}

function parseSymbol(tokens: TokenReader, depth: number, parse: ParseExpression): Expression {
  const { text, offset } = tokens.peek();
  switch (text) {
    case '(': {
      tokens.take();
      const inner = parse(tokens, depth);
      tokens.expect(')', 'to close the bracket');
      return inner;
    }
    case '[': {
      tokens.take();
      const items = parseItems(tokens, depth, parse);
      return { kind: 'array', items, ...upTo(offset, tokens) };
    }
    case '{': {
      tokens.take();
      const members = parseMembers(tokens, depth, parse);
      return { kind: 'object', members, ...upTo(offset, tokens) };
    }
    case '%':
      tokens.take();
      return { kind: 'placeholder', ...upTo(offset, tokens) };
    case '.':
      return parseLeadingDot(tokens);
    default:
      throw tokens.unexpected('Here should be a value');
  }
}

// Legacy spelling of a path: `.CREDENTIAL.acme`.
function parseLeadingDot(tokens: TokenReader): Expression {
  tokens.take();
  const token = tokens.peek();
  if (token.kind !== 'name') throw tokens.unexpected('After ‹.› should come a name', keyHint);
  if (/^\d/.test(token.text)) throw tokens.unexpected('After ‹.› should come a name', 'Write 0.5 for a half.');
  tokens.take();
  return { kind: 'name', name: token.text, offset: token.offset, length: token.length };
}

function finite(token: Token): bigint | number {
  const value = numberValue(token.text);
  if (typeof value === 'bigint' || Number.isFinite(value)) return value;
  throw new FormulaError('syntax', 'This number is too large.', { offset: token.offset, length: token.length });
}

function parseItems(tokens: TokenReader, depth: number, parse: ParseExpression): readonly Expression[] {
  const items: Expression[] = [];
  if (tokens.accepts(']')) return items;
  do items.push(parse(tokens, depth));
  while (tokens.accepts(','));
  tokens.expect(']', 'to close the array');
  return items;
}

function parseMembers(tokens: TokenReader, depth: number, parse: ParseExpression): readonly (readonly [string, Expression])[] {
  const members: (readonly [string, Expression])[] = [];
  if (tokens.accepts('}')) return members;
  do {
    if (tokens.peek().kind !== 'text') throw tokens.unexpected('Here should be a key in quotes', 'Write {"key": value}.');
    const key = tokens.take().text;
    tokens.expect(':', 'after the key');
    members.push([key, parse(tokens, depth)]);
  } while (tokens.accepts(','));
  tokens.expect('}', 'to close the object');
  return members;
}

const keyHint = 'A key with other characters than letters, digits and _ is written ["in-brackets"].';

function upTo(offset: number, tokens: TokenReader): Place {
  return { offset, length: tokens.endOfLast - offset };
}
