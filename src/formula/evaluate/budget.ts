import { FormulaError } from '../syntax/formula-error.ts';

/** How much one evaluation may do. */
export interface Bounds {
  /** Elements visited and characters made; deterministic. */
  readonly units: number;
  /** Milliseconds from any start, growing; absent where time does not count. */
  readonly clock?: (() => number) | undefined;
  /** How many of them the evaluation may take. */
  readonly milliseconds: number;
}

// Often enough that a function which works long for each unit is stopped in time, and seldom enough to cost nothing.
const unitsBetweenLooks = 1_000;

/** Makes the counter behind `spend`: it throws a `limit` error once the bound on work is passed or the time is over. */
export function createBudget({ units, clock, milliseconds }: Bounds): (units: number) => void {
  let left = units;
  let nextLook = left - unitsBetweenLooks;
  // Set at the first look: asking the clock costs more than a short formula.
  let end: number | undefined;
  return (spent) => {
    left -= spent;
    if (left < 0) {
      throw new FormulaError('limit', `The formula does more work than is allowed (${units / 1_000_000} million steps).`, {
        hint: 'Give it less data: cut the list down with WHERE, FILTER or SLICE_ARRAY before the part that goes through all of it.',
      });
    }
    if (left > nextLook) return;
    nextLook = left - unitsBetweenLooks;
    if (clock === undefined) return;
    const time = clock();
    end ??= time + milliseconds;
    if (time > end) {
      throw new FormulaError('limit', `The formula takes more time than is allowed (${milliseconds / 1000} seconds).`, {
        hint: 'Give it less data, or split it into several actions.',
      });
    }
  };
}
