import { functionTable } from '../../src/formula/evaluate/functions.ts';
import type { Language } from '../../src/resolve/language.ts';
import { renderLiquid } from '../../src/resolve/liquid/render.ts';

/** The language with everything in it, for tests that resolve actions of every kind. */
export const fullLanguage: Language = { functions: functionTable, renderLiquid };
