import type { Value } from '../model/value.ts';
import { createBudget } from './budget.ts';
import type { Environment } from './environment.ts';

/** Everything that a formula's result depends on besides its text. */
export interface Surroundings {
  readonly now: Date;
  /** Uniform in [0, 1). */
  readonly random: () => number;
  readonly uuid: () => string;
  readonly lookup: (name: string) => Value;
  /** Elements visited and characters made; 20 million unless said. */
  readonly units?: number;
  /** Whether the time is over. */
  readonly isOver?: () => boolean;
}

/** Makes a fresh environment, with a budget of its own. Random bytes come from `random`. */
export function createEnvironment(surroundings: Surroundings): Environment {
  const { now, random, uuid, lookup, units = 20_000_000, isOver } = surroundings;
  const spend = createBudget({ units, ...(isOver === undefined ? {} : { isOver }) });
  return {
    now,
    random,
    uuid,
    lookup,
    spend,
    randomBytes: (length) => {
      spend(length);
      return Uint8Array.from({ length }, () => Math.floor(random() * 256));
    },
    tolerance: { depth: 0 },
  };
}
