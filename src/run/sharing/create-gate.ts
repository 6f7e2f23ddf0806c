/** Runs work, at most so much of it at a time; the rest waits in its order. */
export type Gate = <Result>(work: () => Promise<Result>) => Promise<Result>;

/** A gate that lets at most `limit` through at a time. */
export function createGate(limit: number): Gate {
  const waiting: (() => void)[] = [];
  let free = limit;
  return async (work) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) free += 1;
      else next();
    }
  };
}
