import type { Action } from '../model/action.ts';
import type { Scope } from '../model/scope.ts';
import type { Value } from '../model/value.ts';
import { listReferences } from '../resolve/list-references.ts';
import { referenceText } from '../resolve/reference.ts';
import { slug } from './gather-scope.ts';
import type { Terminal } from './terminal.ts';

/** Asks on the terminal for every credential and resource of the action that has no value; credentials without echo. */
export async function supplyMissing(action: Action, scope: Scope, { ask, askHidden, tell }: Terminal): Promise<Scope> {
  if (ask === undefined || askHidden === undefined || scope.unresolved === 'empty') return scope;
  const credentials = new Map(scope.credentials);
  const resources = new Map(scope.resources);
  let told = false;
  for (const reference of listReferences(action)) {
    const known: Map<string, Value> | null =
      reference.kind === 'credential' ? credentials : reference.kind === 'resource' ? resources : null;
    if (known === null || known.has(slug(reference.name)) || reference.path.length > 0) continue;
    if (!told) tell('Some references have no value yet; an empty answer leaves one unresolved.');
    told = true;
    const value = await (reference.kind === 'credential' ? askHidden : ask)(referenceText(reference));
    if (value !== '') known.set(slug(reference.name), value);
  }
  return { ...scope, credentials, resources };
}
