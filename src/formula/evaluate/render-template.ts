import type { Value } from '../../model/value.ts';
import type { Expression } from '../syntax/expression.ts';
import { FormulaError } from '../syntax/formula-error.ts';
import type { Choice, Loop, Pill, TemplateNode } from '../syntax/template.ts';
import { isArray } from '../values/is-array.ts';
import { isObject } from '../values/is-object.ts';
import { truthy } from '../values/truthy.ts';
import { typeName } from '../values/type-name.ts';
import type { Environment } from './environment.ts';

/** What becomes of the parts of a template; handed in, so that the caller can watch each of them. */
interface PartHandlers<T> {
  readonly text: (text: string) => T;
  readonly pill: (pill: Pill, environment: Environment) => T;
  /** The value of a condition, or of the list of a loop. */
  readonly decide: (expression: Expression, environment: Environment) => Value;
}

/** What a text template gives in an environment, part by part; tags are decided. */
export function renderTemplate<T>(
  nodes: readonly TemplateNode[],
  environment: Environment,
  handlers: PartHandlers<T>,
): readonly T[] {
  return nodes.flatMap((node) => renderNode(node, environment, handlers));
}

function renderNode<T>(node: TemplateNode, environment: Environment, handlers: PartHandlers<T>): readonly T[] {
  environment.spend(1);
  switch (node.kind) {
    case 'text':
      return [handlers.text(node.text)];
    case 'pill':
      return [handlers.pill(node, environment)];
    case 'choice':
      return renderChoice(node, environment, handlers);
    case 'loop':
      return renderLoop(node, environment, handlers);
  }
}

function renderChoice<T>(choice: Choice, environment: Environment, handlers: PartHandlers<T>): readonly T[] {
  const taken = choice.branches.find(
    ({ condition }) => condition === undefined || truthy(handlers.decide(condition, environment)),
  );
  return taken === undefined ? [] : renderTemplate(taken.nodes, environment, handlers);
}

function renderLoop<T>(loop: Loop, environment: Environment, handlers: PartHandlers<T>): readonly T[] {
  return itemsOf(handlers.decide(loop.list, environment), loop.list).flatMap((item) => {
    const lookup = (name: string): Value => (name === loop.name ? item : environment.lookup(name));
    return renderTemplate(loop.nodes, { ...environment, lookup }, handlers);
  });
}

// An object gives its pairs, as in Liquid; nothing gives no rounds (inferred).
function itemsOf(list: Value, { offset, length }: Expression): readonly Value[] {
  if (isArray(list)) return list;
  if (isObject(list)) return [...list];
  if (list === null) return [];
  throw new FormulaError('evaluation', `Could not loop over ${typeName(list)}, expected an array.`, { offset, length });
}
