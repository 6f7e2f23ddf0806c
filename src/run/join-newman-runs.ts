import type { NewmanRequest } from './newman-protocol.ts';

/** A collection of one request. */
interface SingleCollection {
  readonly item: readonly object[];
  readonly variable?: readonly object[];
}

/** A run of one request, as far as it matters for joining it with others. */
export interface SingleRun extends Pick<NewmanRequest, 'environment' | 'policy'> {
  readonly collection: SingleCollection;
}

/** Whether two requests can be items of one run: the same bounds, and no name that stands for different values. */
export function fitTogether(left: SingleRun, right: SingleRun): boolean {
  if (hasVariables(left) || hasVariables(right)) return false;
  if (JSON.stringify(left.policy) !== JSON.stringify(right.policy)) return false;
  for (const [key, value] of right.environment) if ((left.environment.get(key) ?? value) !== value) return false;
  return true;
}

/** Whether a request brings names of its own for its text, which would hold for the others of a run, too. */
export function hasVariables({ collection: { variable = [] } }: SingleRun): boolean {
  return variable.length > 0;
}

/** One run that sends what fits together one after the other; the place of each request is its place in `runs`. */
export function joinRuns<Run extends SingleRun>(first: Run, runs: readonly Run[]): Run {
  return {
    ...first,
    collection: { ...first.collection, item: runs.flatMap(({ collection }) => collection.item) },
    environment: new Map(runs.flatMap(({ environment }) => [...environment])),
  };
}
