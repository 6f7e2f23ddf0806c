import type { Action } from './model/action.ts';
import { type Language, usesFunctions, usesLiquid } from './resolve/language.ts';

/** The language that an action needs: the table of functions and legacy Liquid are loaded only for an action that uses them. */
export async function loadLanguage(action: Action): Promise<Language> {
  if (!usesFunctions(action)) return { functions: new Map() };
  const { functionTable: functions } = await import('./formula/evaluate/functions.ts');
  if (!usesLiquid(action)) return { functions };
  const { renderLiquid } = await import('./resolve/liquid/render.ts');
  return { functions, renderLiquid };
}
