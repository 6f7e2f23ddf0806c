import type { Action } from '../../model/action.ts';
import type { Value } from '../../model/value.ts';
import { ObservedMap } from './observed-map.ts';

/** What is made of an object of which the file tells only some members; the callback is asked for the others. */
type Partly = (missing: (key: string) => undefined) => Value;

/** The parts of META and STORY that the user's file itself tells: names, ids and guids of the story and of the action. */
export function fromFile(action: Action): ReadonlyMap<string, Partly> {
  const story = objectOf([
    ['name', action.story?.name],
    ['id', action.story?.id],
    ['guid', action.story?.guid],
  ]);
  const itself = objectOf([
    ['name', action.name === '' ? undefined : action.name],
    ['id', action.id],
    ['guid', action.guid],
  ]);
  const meta = new Map<string, Value>([
    ['story', story],
    ['action', itself],
  ]);
  return new Map<string, Partly>([
    ['META', (missing) => partly(meta, missing)],
    ['STORY', (missing) => partly(story, missing)],
  ]);
}

function objectOf(members: readonly (readonly [string, string | number | undefined])[]): ReadonlyMap<string, Value> {
  return new Map(
    members.flatMap(([key, value]) => {
      if (value === undefined) return [];
      return [[key, typeof value === 'number' ? BigInt(Math.trunc(value)) : value] as const];
    }),
  );
}

function partly(known: ReadonlyMap<string, Value>, missing: (key: string) => undefined): Value {
  return new ObservedMap({ keys: [...known.keys()], read: (key) => known.get(key) ?? missing(key) });
}
