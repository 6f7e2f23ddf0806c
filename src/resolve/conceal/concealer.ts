import type { Expression } from '../../formula/syntax/expression.ts';
import { jsonText } from '../../formula/values/json-text.ts';
import { textOf } from '../../formula/values/text-of.ts';
import type { Variable } from '../../model/text.ts';
import type { Value } from '../../model/value.ts';
import type { CredentialOwner } from '../world/credential-set.ts';
import type { World } from '../world/world.ts';
import type { Compared } from './separate-leaves.ts';
import type { VariableRegistry } from './variable-registry.ts';

/** Where a secret value comes from. */
export interface Origin {
  readonly reads: ReadonlySet<string>;
  readonly expression: Expression | undefined;
  /** The credentials of which some may be behind it, where `reads` is not known. */
  readonly possible?: ReadonlySet<string>;
  /** Tells it apart where the value cannot. */
  readonly identity?: string;
}

/** Makes variables of secret values: the credential's own where the value is the credential, else one for what was made of it. */
export class Concealer {
  readonly registry: VariableRegistry;
  readonly #world: World;
  readonly #madeUp: readonly World[];

  constructor(registry: VariableRegistry, world: World, madeUp: readonly World[]) {
    this.registry = registry;
    this.#world = world;
    this.#madeUp = madeUp;
  }

  /** The variable whose value is `text`, the printed form of `compared.truth`. */
  conceal(compared: Compared, text: string, origin: Origin): Variable {
    const owner = this.#ownerOf(compared);
    if (owner !== undefined) {
      const isUnknown = this.#world.credentials.unknown.has(owner.reference);
      return this.registry.credential(owner, isUnknown ? undefined : text);
    }
    const reads = this.#readsOf(origin, compared);
    const value = this.#world.dependsOnUnknown(reads) ? undefined : text;
    return this.registry.made({ value, reads, expression: origin.expression, identity: origin.identity ?? text });
  }

  #readsOf(origin: Origin, { madeUp }: Compared): ReadonlySet<string> {
    if (origin.reads.size > 0) return origin.reads;
    const traces = this.#tracesIn(madeUp[0]);
    return traces.length > 0 ? new Set(traces) : (origin.possible ?? new Set());
  }

  #ownerOf({ madeUp }: Compared): CredentialOwner | undefined {
    const owners = madeUp.map((value, index) => {
      return typeof value === 'string' ? this.#madeUp[index]?.credentials.owners.get(value) : undefined;
    });
    const [first] = owners;
    return owners.every((owner) => owner?.reference === first?.reference) ? first : undefined;
  }

  // Liquid keeps no account of what is read for which output; the made-up text itself shows it.
  #tracesIn(value: Value | undefined): readonly string[] {
    const owners = this.#madeUp[0]?.credentials.owners ?? new Map<string, CredentialOwner>();
    if (value === undefined) return [];
    const text = typeof value === 'object' && value !== null && !(value instanceof Uint8Array) ? jsonText(value) : textOf(value);
    return [...owners].flatMap(([madeUp, owner]) => (text.includes(madeUp) ? [owner.reference] : []));
  }
}
