import { Drop } from 'liquidjs';
import { isArray } from '../../formula/values/is-array.ts';
import { isObject } from '../../formula/values/is-object.ts';
import type { Value, ValueMap } from '../../model/value.ts';

/** A Float without fraction: JavaScript alone would take it for an Integer. */
class LiquidFloat extends Drop {
  readonly value: number;

  constructor(value: number) {
    super();
    this.value = value;
  }

  override valueOf(): number {
    return this.value;
  }
}

/** A Float on its way to where it is written: liquidjs takes every Drop for its value there. */
class WrittenFloat {
  readonly value: number;

  constructor(value: number) {
    this.value = value;
  }
}

/** A value as liquidjs has to write it, so that a Float without fraction stays one. */
export function toWrite(value: unknown): unknown {
  return value instanceof LiquidFloat ? new WrittenFloat(value.value) : value;
}

// Objects are shown to liquidjs through a proxy that knows no prototype and reads a member only when it is asked for.
const originals = new WeakMap<object, ValueMap>();

/** A value as liquidjs can work with it. */
export function toLiquid(value: Value): unknown {
  if (typeof value === 'bigint') return BigInt.asIntN(53, value) === value ? Number(value) : value;
  if (typeof value === 'number') return Number.isInteger(value) ? new LiquidFloat(value) : value;
  if (isArray(value)) return value.map(toLiquid);
  return isObject(value) ? proxyOf(value) : value;
}

// liquidjs asks every object for these, to see what it is.
const probes: ReadonlySet<string> = new Set(['toLiquid', 'then', 'next', 'return', 'throw', 'valueOf', 'size', 'first', 'last']);

/** An object as liquidjs can read it. */
export function proxyOf(object: ValueMap): object {
  const member = (key: string | symbol): unknown => {
    if (typeof key !== 'string' || (probes.has(key) && !object.has(key))) return undefined;
    const value = object.get(key);
    return value === undefined ? undefined : toLiquid(value);
  };
  const target: object = Object.create(null);
  const proxy = new Proxy(target, {
    get: (_, key) => member(key),
    has: (_, key) => member(key) !== undefined,
    ownKeys: () => [...object.keys()],
    getOwnPropertyDescriptor: (_, key) => {
      const value = member(key);
      return value === undefined ? undefined : { value, enumerable: true, configurable: true, writable: true };
    },
  });
  originals.set(proxy, object);
  return proxy;
}

/** A value of liquidjs as one of the formula language: whole numbers are Integers, unless they came in as Floats. */
export function fromLiquid(value: unknown): Value {
  if (value === null || value === undefined) return null;
  if (value instanceof LiquidFloat || value instanceof WrittenFloat) return value.value;
  if (typeof value === 'number') return Number.isSafeInteger(value) ? BigInt(value) : value;
  if (typeof value === 'string' || typeof value === 'boolean' || typeof value === 'bigint') return value;
  if (Array.isArray(value)) return value.map(fromLiquid);
  if (value instanceof Uint8Array) return value;
  if (value instanceof Drop) return fromLiquid(value.valueOf() === value ? null : value.valueOf());
  return typeof value === 'object' ? fromObject(value) : null;
}

function fromObject(value: object): Value {
  const original = originals.get(value);
  if (original !== undefined) return original;
  return new Map(Object.entries(value).map(([key, member]) => [key, fromLiquid(member)]));
}
