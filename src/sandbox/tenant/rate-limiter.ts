/** Requests a minute: the actions' addresses have a limit of their own. */
export interface RateLimits {
  readonly actions: number;
  readonly others: number;
}

/** What Tines documents. */
export const documentedLimits: RateLimits = { actions: 100, others: 5000 };

/** Counts a request to a path; gives the seconds to wait where it is one too many, else undefined. */
export type RateLimiter = (path: string) => number | undefined;

/** A limiter whose minutes begin with the first request in each; `now` gives milliseconds. */
export function createRateLimiter(limits: RateLimits, now: () => number): RateLimiter {
  const windows = new Map<keyof RateLimits, { start: number; count: number }>();
  return (path) => {
    const kind = /^\/(?:actions|agents)(?:\/|$)/u.test(path) ? 'actions' : 'others';
    const time = now();
    const known = windows.get(kind);
    const window = known === undefined || time - known.start >= 60_000 ? { start: time, count: 0 } : known;
    window.count += 1;
    windows.set(kind, window);
    return window.count > limits[kind] ? Math.max(1, Math.ceil((window.start + 60_000 - time) / 1000)) : undefined;
  };
}
