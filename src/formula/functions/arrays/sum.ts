import type { Value } from '../../../model/value.ts';
import { numberArgument } from '../arguments.ts';

/**
 * The sum of numbers (or text that looks like numbers) as Ruby's `Array#sum`: integers exactly; from the first Float on
 * a Float, with the rounding errors carried along (Kahan-Babuška), so that ten times 0.1 is 1.0.
 */
export function sum(array: readonly Value[]): bigint | number {
  let exact = 0n;
  let index = 0;
  for (; index < array.length; index++) {
    const number = numberArgument('SUM', array[index]);
    if (typeof number === 'number') break;
    exact += number;
  }
  return index === array.length ? exact : sumFloats(Number(exact), array.slice(index));
}

function sumFloats(start: number, array: readonly Value[]): number {
  let total = start;
  let carried = 0;
  for (const item of array) {
    const number = Number(numberArgument('SUM', item));
    const next = total + number;
    if (!Number.isFinite(next)) carried = 0;
    else carried += Math.abs(total) >= Math.abs(number) ? total - next + number : number - next + total;
    total = next;
  }
  return total + carried;
}
