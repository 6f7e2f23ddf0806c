import { FormulaError } from '../../formula/syntax/formula-error.ts';

/** Liquid that cannot be read. */
export class LiquidSyntaxError extends FormulaError {}
