import type { Value } from '../../model/value.ts';

/** How the members of an `ObservedMap` come about. */
export interface Members {
  readonly keys: readonly string[];
  /** The member of this name, or undefined; may throw. Called for every read, unknown names included. */
  readonly read: (key: string) => Value | undefined;
  /** Called where the map is looked at as a whole. */
  readonly readWhole?: () => void;
}

/** An object whose members are made when they are read: how reading `CREDENTIAL.x` and `LOCAL.x` is noticed inside of any function. */
export class ObservedMap extends Map<string, Value> {
  readonly #members: Members;

  constructor(members: Members) {
    super();
    this.#members = members;
  }

  /** The names of the members; looking at them counts as no read. */
  get knownKeys(): readonly string[] {
    return this.#members.keys;
  }

  override get(key: string): Value | undefined {
    return this.#members.read(key);
  }

  override has(key: string): boolean {
    return this.#members.keys.includes(key);
  }

  override get size(): number {
    this.#members.readWhole?.();
    return this.#members.keys.length;
  }

  override keys(): MapIterator<string> {
    this.#members.readWhole?.();
    return this.#members.keys.values();
  }

  override entries(): MapIterator<[string, Value]> {
    return this.#snapshot().entries();
  }

  override values(): MapIterator<Value> {
    return this.#snapshot().values();
  }

  override [Symbol.iterator](): MapIterator<[string, Value]> {
    return this.entries();
  }

  override forEach(visit: (value: Value, key: string, map: Map<string, Value>) => void): void {
    for (const [key, value] of this.#snapshot()) visit(value, key, this);
  }

  #snapshot(): Map<string, Value> {
    this.#members.readWhole?.();
    return new Map(this.#members.keys.map((key) => [key, this.#members.read(key) ?? null]));
  }
}
