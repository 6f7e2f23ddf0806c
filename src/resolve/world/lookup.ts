import { isObject } from '../../formula/values/is-object.ts';
import type { Value } from '../../model/value.ts';
import { matchingKey, slug } from '../../ruby/slug.ts';
import type { Reference } from '../references/reference.ts';
import { UnresolvedReference } from '../references/unresolved-reference.ts';
import { fromFile } from './from-file.ts';
import { createCredentials } from './lookup-credentials.ts';
import { ObservedMap } from './observed-map.ts';
import type { World } from './world.ts';

/** The lookup of top-level names: `CREDENTIAL`, `RESOURCE`, `LOCAL`, `INPUT`, what the file itself tells, and data by slug. */
export function createLookup(world: World): (name: string) => Value {
  const { scope, locals, inputs, action } = world.setting;
  const missing = (reference: Pick<Reference, 'kind' | 'name'>): undefined => {
    if (scope.unresolved === 'empty' || world.environment.tolerance.depth > 0) return undefined;
    throw new UnresolvedReference(reference);
  };
  const known = fromFile(action);
  const reserved: ReadonlyMap<string, () => Value> = new Map<string, () => Value>([
    ['CREDENTIAL', () => createCredentials(world, missing)],
    [
      'RESOURCE',
      () => members(scope.resources, belowData('RESOURCE', scope.data), (name) => missing({ kind: 'resource', name })),
    ],
    [
      'LOCAL',
      () =>
        computedMembers(
          world,
          'LOCAL',
          locals,
          (name) => fromData('LOCAL', name) ?? missing({ kind: 'data', name: `LOCAL.${name}` }),
        ),
    ],
    ['INPUT', () => inputMembers()],
  ]);
  const cache = new Map<string, Value>();

  function inputMembers(): Value {
    const supplied = new Map([...belowData('INPUT', scope.data), ...scope.inputs]);
    const computed = computedMembers(world, 'INPUT', inputs, (name) => missing({ kind: 'input', name: slug(name) }));
    return new ObservedMap({
      keys: [...new Set([...supplied.keys(), ...inputs.keys()])],
      read: (name) => supplied.get(matchingKey(name, supplied.keys()) ?? '') ?? computed.get(name),
    });
  }

  function fromData(root: string, name: string): Value | undefined {
    const below = belowData(root, scope.data);
    return below.get(matchingKey(name, below.keys()) ?? '');
  }

  return (name) => {
    const cached = cache.get(name);
    if (cached !== undefined) return cached;
    const value =
      reserved.get(name)?.() ??
      dataOf(name, scope.data) ??
      known.get(name)?.((key) => missing({ kind: 'data', name: `${name}.${key}` }));
    if (value === undefined) return missing({ kind: 'data', name }) ?? null;
    cache.set(name, value);
    return value;
  };
}

function members(
  first: ReadonlyMap<string, Value>,
  second: ReadonlyMap<string, Value>,
  missing: (name: string) => undefined,
): Value {
  const all = new Map([...second, ...first]);
  return new ObservedMap({
    keys: [...all.keys()],
    read: (name) => {
      const key = matchingKey(name, all.keys());
      return key === undefined ? missing(slug(name)) : all.get(key);
    },
  });
}

function computedMembers(
  world: World,
  root: string,
  written: World['setting']['locals'],
  missing: (name: string) => Value | undefined,
): ObservedMap {
  return new ObservedMap({
    keys: [...written.keys()],
    read: (name) => {
      const key = written.has(name) ? name : matchingKey(name, written.keys());
      const json = key === undefined ? undefined : written.get(key);
      return json === undefined ? missing(name) : world.compute(`${root}.${key}`, json);
    },
  });
}

/** Data of an action or of a reserved name; keys may be given in any case. */
function dataOf(name: string, data: ReadonlyMap<string, Value>): Value | undefined {
  return data.get(name) ?? data.get(name.toLowerCase()) ?? data.get(name.toUpperCase());
}

function belowData(root: string, data: ReadonlyMap<string, Value>): ReadonlyMap<string, Value> {
  const below = dataOf(root, data);
  return isObject(below) ? below : new Map();
}
