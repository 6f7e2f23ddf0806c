import { functionTable } from '../../src/formula/functions.ts';
import type { Language } from '../../src/resolve/language.ts';
import { renderLiquid } from '../../src/resolve/render-liquid.ts';

/** The language with everything in it, for tests that resolve actions of every kind. */
export const fullLanguage: Language = { functions: functionTable, renderLiquid };
