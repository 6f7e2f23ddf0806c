import { childrenOf } from '../../formula/syntax/children-of.ts';
import type { Expression } from '../../formula/syntax/expression.ts';
import { printFormula } from '../../formula/syntax/print-formula.ts';
import type { Variable } from '../../model/text.ts';
import { referencedPath } from '../references/referenced-path.ts';
import { type CredentialOwner, variableName } from '../world/credential-set.ts';

/** What a variable is made of. */
export interface Made {
  /** Absent where a credential behind it has no value. */
  readonly value: string | undefined;
  readonly reads: ReadonlySet<string>;
  /** The formula that makes it, for the name. */
  readonly expression: Expression | undefined;
  /** The value as computed, made-up or not: two variables with the same value and origin are one. */
  readonly identity: string;
}

/** Gives out variables with unique names, the same one for the same thing. */
export class VariableRegistry {
  readonly #variables = new Map<string, Variable>();
  readonly #values = new Map<string, string>();
  readonly #used = new Set<string>();
  readonly #reserved: ReadonlySet<string>;

  /** `reserved`: names of the credentials themselves, which no other variable may take. */
  constructor(reserved: Iterable<string>) {
    this.#reserved = new Set(reserved);
  }

  /** The variable of a credential, or of one of its fields, as it is. */
  credential(owner: CredentialOwner, value: string | undefined): Variable {
    return this.#remember(owner.reference, value, () => ({
      name: this.#unique(owner.name, this.#used),
      from: [owner.reference],
      encodings: [],
    }));
  }

  /** The variable of something made from credentials. */
  made({ value, reads, expression, identity }: Made): Variable {
    const from = withoutParts([...reads]);
    const formula = expression === undefined ? '' : printFormula(expression);
    return this.#remember(JSON.stringify([formula, from, identity]), value, () => ({
      name: this.#unique(describe(from, expression), new Set([...this.#used, ...this.#reserved])),
      from,
      encodings: [],
    }));
  }

  get variables(): readonly Variable[] {
    return [...this.#variables.values()];
  }

  get values(): ReadonlyMap<string, string> {
    return this.#values;
  }

  #remember(key: string, value: string | undefined, make: () => Variable): Variable {
    const known = this.#variables.get(key);
    if (known !== undefined) return known;
    const variable = make();
    this.#variables.set(key, variable);
    this.#used.add(variable.name);
    if (value !== undefined) this.#values.set(variable.name, value);
    return variable;
  }

  #unique(name: string, taken: ReadonlySet<string>): string {
    let candidate = name;
    for (let number = 2; taken.has(candidate); number++) candidate = `${name}_${number}`;
    return candidate;
  }
}

// A field of a credential that is read as a whole says nothing more.
function withoutParts(references: readonly string[]): readonly string[] {
  return references.filter((reference) => !references.some((other) => reference.startsWith(`${other}.`)));
}

// `user_key_base64_encode`: the credentials, then what is done to them.
function describe(from: readonly string[], expression: Expression | undefined): string {
  const names = from.map((reference) => variableName(reference.replace(/^CREDENTIAL\./, '')));
  const done = expression === undefined ? undefined : outermostFunction(expression);
  const isAlone = expression !== undefined && referencedPath(expression)?.root === 'CREDENTIAL';
  const what = done ?? (names.length === 1 && !isAlone ? 'text' : '');
  return variableName([...names, what].join('_'));
}

function outermostFunction(expression: Expression): string | undefined {
  if (expression.kind === 'call') return expression.name.toLowerCase();
  if (expression.kind === 'pipe') return outermostFunction(expression.right) ?? outermostFunction(expression.left);
  if (expression.kind === 'member' || expression.kind === 'index') return pathName(expression);
  for (const child of childrenOf(expression)) {
    const found = outermostFunction(child);
    if (found !== undefined && child.kind === 'call') return found;
  }
  return undefined;
}

// `LOCAL.auth` is called by what the author called it.
function pathName(expression: Expression): string | undefined {
  if (expression.kind === 'index') return pathName(expression.target);
  if (expression.kind !== 'member') return expression.kind === 'call' ? expression.name.toLowerCase() : undefined;
  const isCredential = expression.target.kind === 'name' && expression.target.name === 'CREDENTIAL';
  return isCredential ? undefined : expression.key;
}
