import { randomUUID } from 'node:crypto';
import type { Value } from '../../model/value.ts';
import { createBudget } from './budget.ts';
import type { Environment } from './environment.ts';
import { systemRandom } from './system-random.ts';

/** Everything that a formula's result depends on besides its text. */
export interface Surroundings {
  readonly now: Date;
  /** Uniform in [0, 1); the system's generator unless given. */
  readonly random?: () => number;
  /** Fresh UUIDs of version 4; the system's generator unless given. */
  readonly uuid?: () => string;
  readonly lookup: (name: string) => Value;
  /** Elements visited and characters made; 20 million unless said. */
  readonly units?: number;
  /** Milliseconds from any start, growing. Without it only work is bounded, not time. */
  readonly clock?: (() => number) | undefined;
  /** How long all evaluations in this environment may take together, by the clock; 10,000 ms unless said. */
  readonly milliseconds?: number;
}

/** Makes a fresh environment, with a budget of its own. Random bytes come from `random`, so that who hands one in repeats them. */
export function createEnvironment(surroundings: Surroundings): Environment {
  const { now, random = systemRandom, uuid = randomUUID, lookup, clock } = surroundings;
  const { units = 20_000_000, milliseconds = 10_000 } = surroundings;
  const spend = createBudget({ units, clock, milliseconds });
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
