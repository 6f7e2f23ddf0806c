import type { Value, ValueMap } from '../../model/value.ts';
import { assertDepth } from '../syntax/assert-depth.ts';
import { isArray } from './is-array.ts';
import { isObject } from './is-object.ts';

/** Equality by value as Ruby's `==`: 1 equals 1.0, text never equals a number, objects regardless of their order. */
export function equalValues(left: Value, right: Value): boolean {
  return equal(left, right, 0);
}

/** Ruby's `<=>`: negative, 0 or positive; undefined where the two have no order (text and number, NULL and text, objects). */
export function compareValues(left: Value, right: Value): number | undefined {
  return compare(left, right, 0);
}

function equal(left: Value, right: Value, depth: number): boolean {
  if (left === right) return true;
  if (isNumber(left) && isNumber(right)) return compareNumbers(left, right) === 0;
  if (left instanceof Uint8Array) return right instanceof Uint8Array && compareBytes(left, right) === 0;
  assertDepth(depth);
  if (isArray(left)) {
    return (
      isArray(right) && left.length === right.length && left.every((item, index) => equal(item, right[index] ?? null, depth + 1))
    );
  }
  return isObject(left) && isObject(right) && equalObjects(left, right, depth);
}

function equalObjects(left: ValueMap, right: ValueMap, depth: number): boolean {
  if (left.size !== right.size) return false;
  for (const [key, value] of left) {
    const other = right.get(key);
    if (other === undefined || !equal(value, other, depth + 1)) return false;
  }
  return true;
}

function compare(left: Value, right: Value, depth: number): number | undefined {
  if (isNumber(left) && isNumber(right)) return compareNumbers(left, right);
  if (typeof left === 'string' && typeof right === 'string') return compareText(left, right);
  if (left instanceof Uint8Array && right instanceof Uint8Array) return compareBytes(left, right);
  if (isArray(left) && isArray(right)) return compareArrays(left, right, depth);
  return equal(left, right, depth) ? 0 : undefined;
}

function compareArrays(left: readonly Value[], right: readonly Value[], depth: number): number | undefined {
  assertDepth(depth);
  for (const [index, item] of left.entries()) {
    const other = right[index];
    if (other === undefined) return 1;
    const order = compare(item, other, depth + 1);
    if (order !== 0) return order;
  }
  return left.length - right.length;
}

function isNumber(value: Value): value is bigint | number {
  return typeof value === 'bigint' || typeof value === 'number';
}

// JavaScript compares an Integer with a Float exactly, as Ruby does; NaN has no order.
function compareNumbers(left: bigint | number, right: bigint | number): number | undefined {
  if (left < right) return -1;
  if (left > right) return 1;
  return Number.isNaN(left) || Number.isNaN(right) ? undefined : 0;
}

function compareBytes(left: Uint8Array, right: Uint8Array): number {
  for (const [index, byte] of left.entries()) {
    const other = right[index];
    if (other === undefined) return 1;
    if (byte !== other) return byte - other;
  }
  return left.length - right.length;
}

// Ruby compares text by its UTF-8 bytes, which is the order of code points, not of UTF-16 units.
function compareText(left: string, right: string): number {
  if (left === right) return 0;
  const shorter = Math.min(left.length, right.length);
  for (let index = 0; index < shorter; index++) {
    const unit = left.charCodeAt(index);
    const other = right.charCodeAt(index);
    if (unit !== other) return rank(unit) - rank(other);
  }
  return left.length - right.length;
}

function rank(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}
