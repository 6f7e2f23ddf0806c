import { createEnvironment } from '../../formula/evaluate/create-environment.ts';
import type { Environment } from '../../formula/evaluate/environment.ts';
import { FormulaError } from '../../formula/syntax/formula-error.ts';
import type { Json } from '../../model/json.ts';
import type { Value } from '../../model/value.ts';
import { evaluateJson } from '../evaluate-json.ts';
import { NestedError } from '../nested-error.ts';
import type { CredentialSet } from './credential-set.ts';
import { createLookup } from './lookup.ts';
import { TapePlayer } from './tapes.ts';
import type { Setting, World } from './world.ts';

interface Computed {
  readonly value: Value;
  readonly reads: ReadonlySet<string>;
}

/** The world of an action that is evaluated with these credentials. */
export class EvaluatedWorld implements World {
  readonly setting: Setting;
  readonly credentials: CredentialSet;
  readonly environment: Environment;
  liquidVariables: ReadonlyMap<string, unknown> | undefined;
  liquidReads: ReadonlySet<string> = new Set();
  readonly #computed = new Map<string, Computed>();
  readonly #open: string[] = [];
  #reads = new Set<string>();
  #player: TapePlayer;

  constructor(setting: Setting, credentials: CredentialSet) {
    this.setting = setting;
    this.credentials = credentials;
    this.#player = new TapePlayer(setting.tapes, '', setting.scope);
    this.environment = createEnvironment({
      now: setting.scope.now,
      random: () => this.#player.random(),
      uuid: () => this.#player.uuid(),
      lookup: createLookup(this),
      units: 40_000_000,
      clock: setting.scope.clock,
    });
  }

  noteRead(reference: string): void {
    this.#reads.add(reference);
  }

  observe<T>(run: (reads: ReadonlySet<string>) => T): T {
    const outer = this.#reads;
    const inner = new Set<string>();
    this.#reads = inner;
    try {
      return run(inner);
    } finally {
      this.#reads = outer;
      for (const read of inner) outer.add(read);
    }
  }

  dependsOnUnknown(reads: ReadonlySet<string>): boolean {
    return [...reads].some((read) => this.credentials.unknown.has(read));
  }

  play<T>(key: string, run: () => T): T {
    const outer = this.#player;
    this.#player = new TapePlayer(this.setting.tapes, key, this.setting.scope);
    try {
      return run();
    } finally {
      this.#player = outer;
    }
  }

  compute(name: string, json: Json): Value {
    const known = this.#computed.get(name) ?? this.observe((reads) => ({ value: this.#evaluate(name, json), reads }));
    this.#computed.set(name, known);
    for (const read of known.reads) this.#reads.add(read);
    return known.value;
  }

  #evaluate(name: string, json: Json): Value {
    if (this.#open.includes(name)) {
      const round = [...this.#open.slice(this.#open.indexOf(name)), name].join(' → ');
      throw new FormulaError('evaluation', `${name} is made from itself: ${round}.`);
    }
    const { tolerance } = this.environment;
    const { depth } = tolerance;
    this.#open.push(name);
    tolerance.depth = 0;
    try {
      return evaluateJson(json, this, name);
    } catch (error) {
      if (error instanceof FormulaError && !(error instanceof NestedError)) throw new NestedError(error, json.source);
      throw error;
    } finally {
      tolerance.depth = depth;
      this.#open.pop();
    }
  }
}
