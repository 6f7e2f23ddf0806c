import { createRequire } from 'node:module';

type Parser = typeof import('jsonpath-rfc9535/parser');
type Query = ReturnType<Parser['default']>;
type Selection = Extract<Query['segments'][number]['node'], { type: 'BracketedSelection' }>;

/** The condition of a filter as RFC 9535 has it: comparisons, tests, `&&`, `||`, `!`. */
export type FilterExpression = Extract<Selection['selectors'][number], { type: 'FilterSelector' }>['value'];

const load = createRequire(import.meta.url);

/** Reads the condition of a filter with the JSONPath parser, which is loaded when the first one is met; throws on bad syntax. */
export function parseFilter(condition: string): FilterExpression | undefined {
  const { default: parse }: Parser = load('jsonpath-rfc9535/parser');
  const node = parse(`$[?${condition}]`).segments[0]?.node;
  const selector = node?.type === 'BracketedSelection' ? node.selectors[0] : undefined;
  return selector?.type === 'FilterSelector' ? selector.value : undefined;
}
