import type { Evaluate } from './frame.ts';

/** While this part runs, a name without data is NULL even where it would stop a run: the formula's author provides for it. */
export function tolerateMissing(evaluate: Evaluate): Evaluate {
  return (frame) => {
    const { tolerance } = frame.environment;
    tolerance.depth++;
    try {
      return evaluate(frame);
    } finally {
      tolerance.depth--;
    }
  };
}
