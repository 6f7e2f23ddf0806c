import { isArray } from '../../formula/values/is-array.ts';
import { isObject } from '../../formula/values/is-object.ts';
import type { Value } from '../../model/value.ts';

/** A credential, or one field of it. */
export interface CredentialOwner {
  /** `CREDENTIAL.jira.email` */
  readonly reference: string;
  /** `jira_email` */
  readonly name: string;
}

/** The credentials of one evaluation: the true ones, or made-up ones of the same shape. */
export interface CredentialSet {
  readonly values: ReadonlyMap<string, Value>;
  /** Which credential a made-up text stands for. */
  readonly owners: ReadonlyMap<string, CredentialOwner>;
  /** References to credentials that have no value: a made-up text stands in for it. */
  readonly unknown: ReadonlySet<string>;
}

/** How made-up texts look; two styles share no prefix, no length and no letter case. */
type MadeUpStyle = 'unknown' | 'first' | 'second';

const looks: Readonly<Record<MadeUpStyle, (number: string) => string>> = {
  unknown: (number) => `value-${number}-is-not-known-here`,
  first: (number) => `qx${number}-made-up-for-comparison-only-a`,
  second: (number) => `Z9.${number}.Another.Made.Up.Text.Of.Some.Other.Length.B`,
};

/** Makes up a value for each credential, of the shape given (an object keeps its fields). */
export function makeUpCredentials(shapes: ReadonlyMap<string, Value>, style: MadeUpStyle): CredentialSet {
  const owners = new Map<string, CredentialOwner>();
  const makeUp = (shape: Value, path: readonly string[]): Value => {
    if (isObject(shape)) return new Map([...shape].map(([key, member]) => [key, makeUp(member, [...path, key])]));
    if (isArray(shape)) return shape.map((item, index) => makeUp(item, [...path, String(index)]));
    const text = looks[style](String(owners.size + 1).padStart(4, '0'));
    owners.set(text, { reference: ['CREDENTIAL', ...path].join('.'), name: variableName(path.join('_')) });
    return text;
  };
  const values = new Map([...shapes].map(([name, shape]) => [name, makeUp(shape, [name])]));
  return { values, owners, unknown: new Set([...owners.values()].map(({ reference }) => reference)) };
}

/** A text as the name of a variable: lower case, letters, digits and `_`. */
export function variableName(text: string): string {
  const name = text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^_+|_+$/g, '')
    .slice(0, 60);
  return /^[a-z]/.test(name) ? name : `secret_${name}`.replace(/_$/, '');
}
