import type { Surroundings } from '../../cli/terminal/terminal.ts';
import type { Action } from '../../model/action.ts';
import type { Scope } from '../../model/scope.ts';
import type { Value } from '../../model/value.ts';
import { listReferences } from '../../resolve/references/list-references.ts';
import { referenceText } from '../../resolve/references/reference.ts';
import { slug } from '../../ruby/slug.ts';
import { oncePerRun, oneByOne } from './once-per-run.ts';

/** Asks on the terminal for every credential and resource of the action that has no value; credentials without echo. Each is asked for once in a run. */
export async function supplyMissing(action: Action, scope: Scope, { terminal, files }: Surroundings): Promise<Scope> {
  const { ask, askHidden, tell } = terminal;
  if (ask === undefined || askHidden === undefined || scope.unresolved === 'empty') return scope;
  const credentials = new Map(scope.credentials);
  const resources = new Map(scope.resources);
  for (const reference of listReferences(action)) {
    const known: Map<string, Value> | null =
      reference.kind === 'credential' ? credentials : reference.kind === 'resource' ? resources : null;
    if (known === null || known.has(slug(reference.name)) || reference.path.length > 0) continue;
    const question = referenceText(reference);
    await oncePerRun(files, 'some are missing', async () =>
      tell('Some references have no value yet; an empty answer leaves one unresolved.'),
    );
    const value = await oncePerRun(files, `answer to ${question.toLowerCase()}`, () =>
      oneByOne(files, () => (reference.kind === 'credential' ? askHidden : ask)(question)),
    );
    if (value !== '') known.set(slug(reference.name), value);
  }
  return { ...scope, credentials, resources };
}
