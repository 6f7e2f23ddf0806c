import { randomFillSync } from 'node:crypto';

const pool = new Uint32Array(512);
let next = pool.length;

/** A number from the system's generator, uniform in [0, 1), with 53 random bits as those of `Math.random`. */
export function systemRandom(): number {
  if (next === pool.length) {
    randomFillSync(pool);
    next = 0;
  }
  const high = (pool[next++] ?? 0) >>> 5;
  const low = (pool[next++] ?? 0) >>> 6;
  return (high * 2 ** 26 + low) / 2 ** 53;
}
