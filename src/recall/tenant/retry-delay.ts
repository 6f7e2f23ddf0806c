const longest = 60_000;

/** How long to wait before the next attempt (counted from 1): what Retry-After says, else twice as long each time; at most a minute. */
export function retryDelay(attempt: number, retryAfter: string | null): number {
  const backoff = Math.min(longest, 500 * 2 ** (attempt - 1));
  const seconds = retryAfter === null || !/^\s*\d{1,6}\s*$/u.test(retryAfter) ? undefined : Number(retryAfter);
  return seconds === undefined ? backoff : Math.min(longest, Math.max(seconds * 1000, 0));
}
