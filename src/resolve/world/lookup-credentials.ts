import { isObject } from '../../formula/values/is-object.ts';
import type { Value, ValueMap } from '../../model/value.ts';
import { matchingKey, slug } from '../../ruby/slug.ts';
import type { Reference } from '../references/reference.ts';
import { ObservedMap } from './observed-map.ts';
import type { World } from './world.ts';

/** The object behind `CREDENTIAL`: each read of a credential or of one of its fields is noted in the world. */
export function createCredentials(world: World, missing: (reference: Pick<Reference, 'kind' | 'name'>) => undefined): Value {
  const { values } = world.credentials;
  return new ObservedMap({
    keys: [...values.keys()],
    read: (name) => {
      const key = matchingKey(name, values.keys());
      const value = key === undefined ? undefined : values.get(key);
      if (key === undefined || value === undefined) return missing({ kind: 'credential', name: slug(name) });
      const reference = `CREDENTIAL.${key}`;
      if (isObject(value)) return watch(value, reference, world);
      world.noteRead(reference);
      return value;
    },
  });
}

// A field that is read counts alone; so `CREDENTIAL.jira.email` does not say that the key was read too.
function watch(value: ValueMap, reference: string, world: World): Value {
  return new ObservedMap({
    keys: [...value.keys()],
    readWhole: () => world.noteRead(reference),
    read: (name) => {
      const key = value.has(name) ? name : matchingKey(name, value.keys());
      const field = key === undefined ? undefined : value.get(key);
      if (key === undefined || field === undefined) return undefined;
      world.noteRead(`${reference}.${key}`);
      return field;
    },
  });
}
