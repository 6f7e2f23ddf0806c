import type { FunctionTable } from '../formula/evaluate/function-entry.ts';
import type { Action } from '../model/action.ts';
import type { Json } from '../model/json.ts';
import { hasLiquid } from './liquid/has-liquid.ts';
import type { LiquidRenderer } from './world/world.ts';

/** What an action's text is read with: the functions of the formula language, and legacy Liquid where the action has any. */
export interface Language {
  readonly functions: FunctionTable;
  /** From `render-liquid.ts`, whose library takes longer to load than most actions to convert. */
  readonly renderLiquid?: LiquidRenderer;
}

/** Whether any string of the action is written in legacy Liquid, so that it cannot be resolved without `renderLiquid`. */
export function usesLiquid(action: Action): boolean {
  return someString(action, hasLiquid);
}

/** Whether any string of the action may call a function, so that it cannot be resolved without the table of functions. */
export function usesFunctions(action: Action): boolean {
  return someString(action, (text) => /[A-Z][A-Z0-9_]*\s*\(/u.test(text) || hasLiquid(text));
}

function someString({ options, inputs }: Action, test: (text: string) => boolean): boolean {
  return inStrings(options, test) || inputs.some(({ value }) => inStrings(value, test));
}

function inStrings(json: Json, test: (text: string) => boolean): boolean {
  switch (json.kind) {
    case 'string':
      return test(json.value);
    case 'array':
      return json.items.some((item) => inStrings(item, test));
    case 'object':
      return json.members.some(({ key, value }) => test(key) || inStrings(value, test));
    default:
      return false;
  }
}
