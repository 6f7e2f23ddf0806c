const guid = ['META', 'story_run', 'guid'];
const domain = ['META', 'tenant', 'domain'];
const actionId = ['META', 'action', 'id'];

/** The paths that a function reads without naming them: facts about the run that it is in. */
const implied: ReadonlyMap<string, readonly (readonly string[])[]> = new Map([
  ['STORY_RUN_GUID', [guid]],
  ['STORY_RUN_LINK', [domain, ['META', 'story', 'id'], actionId, guid]],
  ['PROMPT', [domain, actionId, ['META', 'event', 'id']]],
]);

/** What a call of this function refers to besides its arguments: paths below a top-level name. */
export function impliedReferences(functionName: string): readonly { readonly root: string; readonly keys: readonly string[] }[] {
  return (implied.get(functionName) ?? []).map(([root = '', ...keys]) => ({ root, keys }));
}
