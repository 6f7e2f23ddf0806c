import type { Value, ValueMap } from '../../../model/value.ts';
import { assertDepth } from '../../syntax/assert-depth.ts';

/** What is being built: a branch, or a finished value. */
type Branch = Map<string, Branch | Leaf>;
interface Leaf {
  readonly value: Value;
}

/**
 * The nested form of an object whose keys are ways joined by the separator. Where all keys of one level are numbers, it
 * becomes an array, NULL in its gaps. Of two ways that exclude each other (`a` and `a.b`) the later one counts.
 */
export function unflattenObject(object: ValueMap, separator: string, spend: (units: number) => void): Value {
  const root: Branch = new Map();
  for (const [way, value] of object) {
    const keys = separator === '' ? [way] : way.split(separator);
    const last = keys.pop() ?? '';
    assertDepth(keys.length);
    spend(keys.length + 1);
    keys.reduce(branchAt, root).set(last, { value });
  }
  return finish(root, spend);
}

function branchAt(branch: Branch, key: string): Branch {
  const found = branch.get(key);
  if (found instanceof Map) return found;
  const made: Branch = new Map();
  branch.set(key, made);
  return made;
}

function finish(branch: Branch, spend: (units: number) => void): Value {
  const members = new Map<string, Value>();
  for (const [key, node] of branch) members.set(key, node instanceof Map ? finish(node, spend) : node.value);
  return arrayOf(members, spend) ?? members;
}

function arrayOf(members: ValueMap, spend: (units: number) => void): Value | undefined {
  const indexes = [...members.keys()];
  if (indexes.length === 0 || !indexes.every((key) => /^(?:0|[1-9]\d{0,8})$/.test(key))) return undefined;
  const length = indexes.reduce((longest, key) => Math.max(longest, Number(key) + 1), 0);
  spend(length);
  return Array.from({ length }, (_, index) => members.get(String(index)) ?? null);
}
