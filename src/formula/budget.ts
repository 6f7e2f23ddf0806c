import { FormulaError } from './formula-error.ts';

/** How much one evaluation may do. */
export interface Bounds {
  /** Elements visited and characters made; deterministic. */
  readonly units: number;
  /** Whether the time is over, asked now and then; absent where time does not count. */
  readonly isOver?: () => boolean;
}

const unitsBetweenLooks = 20_000;

/** Makes the counter behind `spend`: it throws a `limit` error once the bound on work is passed or the time is over. */
export function createBudget(bounds: Bounds): (units: number) => void {
  let left = bounds.units;
  let nextLook = left - unitsBetweenLooks;
  return (units) => {
    left -= units;
    if (left < 0) throw new FormulaError('limit', 'The formula does more work than is allowed.');
    if (left > nextLook) return;
    nextLook = left - unitsBetweenLooks;
    if (bounds.isOver?.() === true) throw new FormulaError('limit', 'The formula takes more time than is allowed.');
  };
}
