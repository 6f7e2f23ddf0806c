import type { Expression } from '../../formula/syntax/expression.ts';
import type { Json } from '../../model/json.ts';
import type { ResolvedText } from '../../model/text.ts';
import { matchingKey } from '../../ruby/slug.ts';
import type { Resolving } from '../resolving.ts';
import { referencedPath } from './referenced-path.ts';

/**
 * What a formula that only names a LOCAL or INPUT value stands for, as resolved JSON: its own pills stay variables of their own
 * (`Bearer ‹acme›`). Undefined for every other formula, and where the path leads nowhere.
 */
export function inlinedReference(expression: Expression | undefined, resolver: Resolving): Json<ResolvedText> | undefined {
  const path = expression === undefined ? undefined : referencedPath(expression);
  if (path === undefined) return undefined;
  const { locals, inputs, scope } = resolver.world.setting;
  const written = path.root === 'LOCAL' ? locals : path.root === 'INPUT' ? inputs : undefined;
  const [name = '', ...keys] = path.keys;
  const key = written === undefined ? undefined : written.has(name) ? name : matchingKey(name, written.keys());
  const isOverridden =
    path.root === 'INPUT' &&
    (matchingKey(name, scope.inputs.keys()) !== undefined || scope.data.has('INPUT') || scope.data.has('input'));
  const json = key === undefined || isOverridden ? undefined : written?.get(key);
  return json === undefined ? undefined : follow(resolver.resolveNamed(`${path.root}.${key}`, json), keys);
}

function follow(json: Json<ResolvedText>, keys: readonly string[]): Json<ResolvedText> | undefined {
  const [key, ...rest] = keys;
  if (key === undefined) return json;
  if (json.kind === 'array') {
    const item = /^\d+$/.test(key) ? json.items[Number(key)] : undefined;
    return item === undefined ? undefined : follow(item, rest);
  }
  if (json.kind !== 'object') return undefined;
  const member = json.members.findLast(
    (candidate) => !(candidate.key instanceof Uint8Array) && candidate.key.length === 1 && candidate.key[0] === key,
  );
  return member === undefined ? undefined : follow(member.value, rest);
}
