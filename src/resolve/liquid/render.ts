import { AssertionError, Context, Liquid, LiquidError, Output, type Template, toValueSync } from 'liquidjs';
import { FormulaError } from '../../formula/syntax/formula-error.ts';
import type { Value } from '../../model/value.ts';
import type { Part, StringOutcome } from '../conceal/string-outcome.ts';
import type { World } from '../world/world.ts';
import { liquidData } from './context.ts';
import { PieceEmitter, printed } from './emitter.ts';
import { explainLiquidError } from './error.ts';
import { registerFilters } from './filters.ts';
import { liquidPlaceholders } from './placeholders.ts';
import { type LiquidSource, translateLiquid } from './source.ts';
import { registerTags } from './tags.ts';
import { toWrite } from './values.ts';

const engines = new WeakMap<World, Liquid>();

/** What a string in legacy Liquid gives. A whole output with `as_object` keeps its type. Errors are FormulaErrors, placed in the string. */
export function renderLiquid(text: string, world: World): StringOutcome {
  const { pieces, isValue, reads } = world.observe((inner) => ({
    ...renderPieces(text, world, startVariables(world)),
    reads: inner,
  }));
  const [first = null] = pieces;
  if (isValue) return { kind: 'value', part: { value: first, reads, isWritten: false } };
  const parts = pieces.map((piece): Part => ({ value: printed(piece), reads, isWritten: false }));
  return { kind: 'parts', parts, isLiquid: true, decidedBy: new Set() };
}

// The placeholders of old actions are rendered first, in order; the variables that they make hold for all other strings.
function startVariables(world: World): Map<string, unknown> {
  if (world.liquidVariables === undefined) {
    const variables = new Map<string, unknown>();
    world.liquidVariables = variables;
    world.observe((reads) => {
      world.liquidReads = reads;
      for (const [name, text] of liquidPlaceholders(world.setting.action)) {
        const rendered = world.play(`placeholder ${name}`, () => renderPieces(text, world, variables));
        const emitter = new PieceEmitter();
        emitter.pieces.push(...rendered.pieces);
        if (!variables.has(name)) variables.set(name, emitter.text);
      }
    });
  }
  return new Map(world.liquidVariables);
}

interface Rendered {
  readonly pieces: readonly Value[];
  readonly isValue: boolean;
}

function renderPieces(text: string, world: World, variables: Map<string, unknown>): Rendered {
  const liquid = engineOf(world);
  const source = translateLiquid(text);
  const emitter = new PieceEmitter();
  try {
    const templates = liquid.parse(source.text);
    const context = new Context(liquidData(world, source.pills), liquid.options, { sync: true }, { liquid });
    Object.assign(context.bottom(), Object.fromEntries(variables));
    toValueSync(liquid.renderer.renderTemplates(templates, context, emitter));
    for (const [name, value] of Object.entries(context.bottom())) variables.set(name, value);
    return { pieces: emitter.pieces, isValue: keepsType(templates, source) };
  } catch (error) {
    // Its limits are AssertionErrors where they are reached while it reads.
    if (error instanceof FormulaError || LiquidError.is(error) || error instanceof AssertionError)
      throw explainLiquidError(error, source, Object.keys(liquid.filters));
    throw error;
  }
}

function engineOf(world: World): Liquid {
  const known = engines.get(world);
  if (known !== undefined) return known;
  const liquid = new Liquid({
    strictFilters: true,
    ownPropertyOnly: true,
    templates: {},
    relativeReference: false,
    parseLimit: 1_000_000,
    renderLimit: 10_000,
    memoryLimit: 100_000_000,
    // Becomes the last filter of each output. Our emitter takes any value, not only text.
    outputEscape: (value: unknown) => toWrite(value) as string,
  });
  registerFilters(liquid, world);
  registerTags(liquid, world);
  engines.set(world, liquid);
  return liquid;
}

/** Whether the text is one output that ends with `as_object`; what every output ends with comes after that. */
function keepsType(templates: readonly Template[], { pills }: LiquidSource): boolean {
  const [only] = templates;
  return (
    pills.length === 0 && templates.length === 1 && only instanceof Output && only.value.filters.at(-2)?.name === 'as_object'
  );
}
