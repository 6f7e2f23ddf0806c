import { compileFormula } from '../formula/evaluate/compile-formula.ts';
import type { Environment } from '../formula/evaluate/environment.ts';
import { renderTemplate } from '../formula/evaluate/render-template.ts';
import type { Expression } from '../formula/syntax/expression.ts';
import { FormulaError } from '../formula/syntax/formula-error.ts';
import { parseTemplate } from '../formula/syntax/parse-template.ts';
import type { Template, TemplateNode } from '../formula/syntax/template.ts';
import { settleValue } from './conceal/settle-value.ts';
import type { Part, StringOutcome } from './conceal/string-outcome.ts';
import { hasLiquid } from './liquid/has-liquid.ts';
import type { LiquidRenderer, World } from './world/world.ts';

interface Which {
  /** Names the string among all of the action. */
  readonly key: string;
  /** The key of an object: `=` at its start has no meaning. */
  readonly isKey: boolean;
}

/** What a string of an action gives in a world. Throws FormulaError, placed in the string. */
export function evaluateString(text: string, world: World, { key, isKey }: Which): StringOutcome {
  const isFormula = !isKey && text.startsWith('=') && text.trim() !== '=';
  if (!isFormula && !/<<|<%|\{\{|\{%/.test(text))
    return { kind: 'parts', parts: [written(text)], isLiquid: false, decidedBy: new Set() };
  if (!isFormula && hasLiquid(text)) return world.play(key, () => liquidOf(world)(text, world));
  const template = parseNodes(text, isKey);
  return world.play(key, () => evaluateParsed(template, world));
}

function liquidOf({ setting }: World): LiquidRenderer {
  if (setting.renderLiquid === undefined) throw new Error('an action with Liquid is resolved with a language that has it');
  return setting.renderLiquid;
}

function evaluateParsed(template: Template, world: World): StringOutcome {
  const { environment, setting } = world;
  if (template.kind === 'formula') return { kind: 'value', part: evaluatePart(template.expression, environment, world) };
  const decidedBy = new Set<string>();
  const parts = renderTemplate<Part>(withoutQuotes(template.nodes), environment, {
    text: written,
    pill: (pill, inner) => ({ ...evaluatePart(pill.expression, inner, world), place: pill }),
    decide: (expression, inner) =>
      world.observe((reads) => {
        const value = compileFormula(expression, setting.table)(inner);
        for (const read of reads) decidedBy.add(read);
        return value;
      }),
  });
  return { kind: 'parts', parts, isLiquid: false, decidedBy };
}

function evaluatePart(expression: Expression, environment: Environment, world: World): Part {
  return world.observe((reads) => {
    const part = { reads, expression, place: expression, isWritten: false };
    try {
      return { ...part, value: settleValue(compileFormula(expression, world.setting.table)(environment)) };
    } catch (error) {
      if (error instanceof FormulaError && world.dependsOnUnknown(reads)) return { ...part, value: '', failure: error };
      throw error;
    }
  });
}

function written(text: string): Part {
  return { value: text, reads: new Set(), isWritten: true };
}

// Official templates write "\"<<pill>>\"": quotes around a whole value, which force text and are not sent (inferred).
function withoutQuotes(nodes: readonly TemplateNode[]): readonly TemplateNode[] {
  const [first, pill, last] = nodes;
  const isQuoted = nodes.length === 3 && isQuote(first) && pill?.kind === 'pill' && isQuote(last);
  return isQuoted ? [pill] : nodes;
}

function isQuote(node: TemplateNode | undefined): boolean {
  return node?.kind === 'text' && node.text === '"';
}

function parseNodes(text: string, isKey: boolean): Template {
  // A key that starts with = is no formula; the pills behind it count.
  if (!isKey || !text.startsWith('=')) return parseTemplate(text);
  const template = parseTemplate(` ${text}`);
  return template.kind === 'text' ? { kind: 'text', nodes: template.nodes.map(withoutSpace) } : template;
}

function withoutSpace(node: TemplateNode, index: number): TemplateNode {
  return index === 0 && node.kind === 'text' ? { kind: 'text', text: node.text.slice(1) } : node;
}
