import { FormulaError } from '../../formula/syntax/formula-error.ts';
import { parseTemplate } from '../../formula/syntax/parse-template.ts';
import type { TemplateNode } from '../../formula/syntax/template.ts';
import { hasLiquid } from '../liquid/has-liquid.ts';
import { type FormulaReference, referencesOfFormula } from './references-of-formula.ts';
import { referencesOfLiquid } from './references-of-liquid.ts';

/** Every name that a string of an action refers to. A string that cannot be read refers to nothing: resolving it says why. */
export function referencesOfText(text: string): readonly FormulaReference[] {
  const isFormula = text.startsWith('=');
  if (!isFormula && hasLiquid(text)) return referencesOfLiquid(text);
  try {
    const template = parseTemplate(text);
    if (template.kind === 'formula') return referencesOfFormula(template.expression);
    return template.nodes.flatMap((node) => ofNode(node, new Set()));
  } catch (error) {
    if (error instanceof FormulaError) return [];
    throw error;
  }
}

function ofNode(node: TemplateNode, bound: ReadonlySet<string>): readonly FormulaReference[] {
  switch (node.kind) {
    case 'text':
      return [];
    case 'pill':
      return referencesOfFormula(node.expression, bound);
    case 'choice':
      return node.branches.flatMap(({ condition, nodes }) => [
        ...(condition === undefined ? [] : referencesOfFormula(condition, bound)),
        ...nodes.flatMap((inner) => ofNode(inner, bound)),
      ]);
    case 'loop': {
      const inside = new Set([...bound, node.name]);
      return [...referencesOfFormula(node.list, bound), ...node.nodes.flatMap((inner) => ofNode(inner, inside))];
    }
  }
}
