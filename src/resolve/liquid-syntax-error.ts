import { FormulaError } from '../formula/formula-error.ts';

/** Liquid that cannot be read. */
export class LiquidSyntaxError extends FormulaError {}
