import { compileFormula } from '../../formula/evaluate/compile-formula.ts';
import type { Expression } from '../../formula/syntax/expression.ts';
import type { Value } from '../../model/value.ts';
import { ObservedMap } from '../world/observed-map.ts';
import type { World } from '../world/world.ts';
import { dataMark, pillMark, tolerantMark } from './source.ts';
import { proxyOf } from './values.ts';

/** What Liquid's names stand for, below its own variables: marked names are data or pills, plain ones data too (as in Huginn). */
export function liquidData(world: World, pills: readonly Expression[]): object {
  const read = (name: string): Value | undefined => {
    const mark = name.charAt(0);
    if (mark === pillMark) return readPill(pills[Number(name.slice(1))], world);
    if (mark === tolerantMark) return tolerantly(name.slice(1), world);
    return world.environment.lookup(mark === dataMark ? name.slice(1) : name);
  };
  return proxyOf(new ObservedMap({ keys: [], read }));
}

function readPill(pill: Expression | undefined, world: World): Value | undefined {
  return pill === undefined ? undefined : compileFormula(pill, world.setting.table)(world.environment);
}

// A reserved name's members are looked up when they are read; that must be tolerated too.
function tolerantly(name: string, world: World): Value {
  const tolerate = <T>(run: () => T): T => {
    world.environment.tolerance.depth++;
    try {
      return run();
    } finally {
      world.environment.tolerance.depth--;
    }
  };
  const value = tolerate(() => world.environment.lookup(name));
  if (!(value instanceof ObservedMap)) return value;
  return new ObservedMap({ keys: [...value.knownKeys], read: (key) => tolerate(() => value.get(key)) });
}
