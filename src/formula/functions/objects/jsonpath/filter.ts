import type { Value } from '../../../../model/value.ts';
import { FormulaError } from '../../../syntax/formula-error.ts';
import { truthy } from '../../../values/truthy.ts';
import { memberOf } from '../path.ts';
import { compareLoosely } from './compare.ts';
import { type FilterExpression, parseFilter } from './library.ts';

/** Whether a node passes a filter. */
export type Filter = (node: Value) => boolean;

type Comparison = Extract<FilterExpression, { type: 'ComparisonExpr' }>;
type Operand = Comparison['left'];

const quotedOrName = /('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")|\.([\p{L}_$@][\p{L}\p{N}_$@-]*)/gu;

/** Reads a filter's condition (`@.price < 10 && @['name']`, also with hyphens and `@` in names); bad ones are a FormulaError. */
export function readFilter(condition: string): Filter {
  // RFC 9535 has letters, digits and `_` in a bare name, the Ruby gem more.
  const standard = condition.replaceAll(
    quotedOrName,
    (_, quoted?: string, name?: string) => quoted ?? `[${JSON.stringify(name)}]`,
  );
  const expression = parse(standard);
  if (expression === undefined) throw unsupported(condition);
  return filterOf(expression, condition);
}

function parse(condition: string): FilterExpression | undefined {
  try {
    return parseFilter(condition);
  } catch {
    return undefined;
  }
}

function filterOf(expression: FilterExpression, condition: string): Filter {
  switch (expression.type) {
    case 'LogicalOrExpr':
      return either(filterOf(expression.left, condition), filterOf(expression.right, condition));
    case 'LogicalAndExpr':
      return both(filterOf(expression.left, condition), filterOf(expression.right, condition));
    case 'LogicalNotExpr':
      return not(filterOf(expression.expression, condition));
    case 'ComparisonExpr': {
      const left = reader(expression.left, condition);
      const right = reader(expression.right, condition);
      return (node) => compareLoosely(left(node), expression.op, right(node));
    }
    case 'TestExpr': {
      if (expression.expression.type !== 'FilterQuery') throw unsupported(condition);
      const read = pathReader(expression.expression.value, condition);
      return (node) => truthy(read(node) ?? null);
    }
  }
}

function either(left: Filter, right: Filter): Filter {
  return (node) => left(node) || right(node);
}

function both(left: Filter, right: Filter): Filter {
  return (node) => left(node) && right(node);
}

function not(filter: Filter): Filter {
  return (node) => !filter(node);
}

type Reader = (node: Value) => Value | undefined;

function reader(operand: Operand, condition: string): Reader {
  if (operand.type !== 'Literal') return pathReader(operand, condition);
  const { value } = operand;
  const literal = typeof value === 'number' && Number.isSafeInteger(value) ? BigInt(value) : value;
  return () => literal;
}

function pathReader(
  query: { readonly type: string; readonly segments?: readonly { readonly node: object }[] },
  condition: string,
): Reader {
  if (!query.type.startsWith('Rel')) throw unsupported(condition);
  const keys = (query.segments ?? []).map(({ node }) => keyOf(node) ?? raise(condition));
  return (node) => keys.reduce<Value | undefined>((found, key) => (found === undefined ? undefined : memberOf(found, key)), node);
}

// The parser gives an index of a singular query a wrapper that its types do not show.
function keyOf(node: object): string | undefined {
  if ('value' in node) return String(node.value);
  const inner =
    'selector' in node ? node.selector : 'selectors' in node && Array.isArray(node.selectors) ? node.selectors[0] : undefined;
  return typeof inner === 'object' && inner !== null ? keyOf(inner) : undefined;
}

function raise(condition: string): never {
  throw unsupported(condition);
}

function unsupported(condition: string): FormulaError {
  return new FormulaError('unsupported', `The filter ‹${condition}› of a JSONPath is not understood.`, {
    hint: 'Compare members with values, as in ?(@.price < 10 && @.name == "x"), or use FILTER with a LAMBDA.',
  });
}
