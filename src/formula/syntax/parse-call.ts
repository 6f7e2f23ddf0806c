import type { Expression } from './expression.ts';
import { FormulaError } from './formula-error.ts';
import type { TokenReader } from './token-reader.ts';

type Parse = (tokens: TokenReader) => Expression;

/** A call whose name is read and whose opening bracket is next; `LAMBDA(x, y, body)` gives a lambda. */
export function parseCall(
  name: { readonly text: string; readonly offset: number },
  tokens: TokenReader,
  parse: Parse,
): Expression {
  tokens.take();
  const positional: Expression[] = [];
  const named: (readonly [string, Expression])[] = [];
  if (!tokens.accepts(')')) {
    do parseArgument(tokens, parse, { positional, named });
    while (tokens.accepts(','));
    tokens.expect(')', `to close ${name.text}(`);
  }
  if (tokens.is('(')) throw tokens.unexpected('The result of a function cannot be called');
  const place = { offset: name.offset, length: tokens.endOfLast - name.offset };
  return name.text === 'LAMBDA'
    ? lambda(positional, named, place)
    : { kind: 'call', name: name.text, positional, named, ...place };
}

interface Arguments {
  readonly positional: Expression[];
  readonly named: (readonly [string, Expression])[];
}

function parseArgument(tokens: TokenReader, parse: Parse, into: Arguments): void {
  if (tokens.peek().kind === 'name' && tokens.is(':', 1)) {
    const { text } = tokens.take();
    tokens.take();
    into.named.push([text, parse(tokens)]);
    return;
  }
  if (into.named.length > 0) throw tokens.unexpected('Arguments without a name come before those with one');
  into.positional.push(parse(tokens));
}

function lambda(
  positional: readonly Expression[],
  named: Arguments['named'],
  place: { readonly offset: number; readonly length: number },
): Expression {
  const body = positional.at(-1);
  if (body === undefined || named.length > 0) {
    throw new FormulaError('syntax', 'LAMBDA needs a calculation as its last argument.', {
      ...place,
      hint: 'Write LAMBDA(item, item + 1).',
    });
  }
  return { kind: 'lambda', parameters: positional.slice(0, -1).map(parameterName), body, ...place };
}

function parameterName(parameter: Expression): string {
  if (parameter.kind === 'name') return parameter.name;
  const { offset, length } = parameter;
  throw new FormulaError('syntax', 'Before the calculation of a LAMBDA stand only names of parameters.', { offset, length });
}
