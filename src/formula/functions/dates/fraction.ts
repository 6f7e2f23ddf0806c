/** Decimals of a second as nanoseconds; digits past the ninth are cut off. */
export function nanosecondsOf(decimals: string): number {
  return Number(decimals.slice(0, 9).padEnd(9, '0'));
}
