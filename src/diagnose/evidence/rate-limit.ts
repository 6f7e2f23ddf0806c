import { type Answer, headerOf } from '../answers/answer.ts';

/** What an answer says about its limits. */
export interface RateLimit {
  /** True where a header says that nothing is left. */
  readonly isUsedUp: boolean;
  /** `Retry-After` as sent, or null. */
  readonly retryAfter: string | null;
  /** The header that says so, for people. */
  readonly header: string | null;
}

/** Reads the limit headers that APIs send (`RateLimit-Remaining`, `X-RateLimit-…-Remaining`, `RateLimit: …;r=0`) and `Retry-After`. */
export function readRateLimit(answer: Answer): RateLimit {
  const used = (answer.headers ?? []).find(([name, value]) => {
    if (/^(?:x-)?(?:rate-?limit|app-rate-limit)[a-z-]*-?remaining(?:-[a-z]+)?$/i.test(name))
      return /^0(?:\.0+)?$/.test(value.trim());
    return /^ratelimit$/i.test(name) && /\br(?:emaining)?=0\b/.test(value);
  });
  return { isUsedUp: used !== undefined, retryAfter: headerOf(answer, 'retry-after'), header: used?.[0] ?? null };
}
