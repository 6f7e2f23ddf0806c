import type { JsonChange } from '../../src/compare/json/json-change.ts';

type Json = unknown;

/** Applies what a difference says to the left document; used to prove that it leads to the right one. */
export function applyJsonChanges(left: Json, changes: readonly JsonChange[]): Json {
  const root = { value: structuredClone(left) };
  // From the deepest path up, so that the indices of containers are still those of the left document.
  const byContainer = new Map<string, { readonly path: readonly (string | number)[]; readonly own: JsonChange[] }>();
  for (const change of changes) {
    const path = change.change === 'reordered' ? change.path : change.path.slice(0, -1);
    const key = JSON.stringify(change.path.length === 0 && change.change === 'changed' ? ['root'] : [path]);
    const group = byContainer.get(key) ?? { path, own: [] };
    group.own.push(change);
    byContainer.set(key, group);
  }
  for (const { path, own } of [...byContainer.values()].sort((one, other) => other.path.length - one.path.length))
    applyTo(root, path, own);
  return root.value;
}

function applyTo(root: { value: Json }, path: readonly (string | number)[], changes: readonly JsonChange[]): void {
  const [first] = changes;
  if (first?.change === 'changed' && first.path.length === 0) {
    root.value = JSON.parse(first.right);
    return;
  }
  const container = path.reduce<Json>((value, step) => (value as Record<string, Json>)[step as string], root.value);
  if (Array.isArray(container)) applyToArray(container, changes);
  else applyToObject(container as Record<string, Json>, changes);
}

function applyToObject(object: Record<string, Json>, changes: readonly JsonChange[]): void {
  for (const change of changes) {
    const key = String(change.path.at(-1));
    if (change.change === 'removed') delete object[key];
    else if (change.change !== 'reordered')
      Object.defineProperty(object, key, {
        value: JSON.parse(change.right),
        enumerable: true,
        configurable: true,
        writable: true,
      });
  }
}

function applyToArray(array: Json[], changes: readonly JsonChange[]): void {
  for (const change of changes) if (change.change === 'changed') array[Number(change.path.at(-1))] = JSON.parse(change.right);
  const added = new Map(
    changes.flatMap((change) =>
      change.change === 'added' ? [[Number(change.path.at(-1)), JSON.parse(change.right) as Json] as const] : [],
    ),
  );
  const reordered = changes.find((change) => change.change === 'reordered');
  if (reordered !== undefined) {
    const ordered = reordered.order.map((from, at) => (from === -1 ? added.get(at) : array[from]));
    array.splice(0, array.length, ...ordered);
    return;
  }
  const removed = changes.flatMap((change) => (change.change === 'removed' ? [Number(change.path.at(-1))] : []));
  for (const at of removed.sort((one, other) => other - one)) array.splice(at, 1);
  for (const [at, value] of [...added].sort(([one], [other]) => one - other)) array.splice(at, 0, value);
}
