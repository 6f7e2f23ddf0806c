import type { NewmanRequest } from './protocol.ts';

/** So many requests share what a run of Newman costs beside them; more would only keep results waiting. */
export const RUN_LENGTH = 32;

/** A collection of one request. */
interface SingleCollection {
  readonly item: readonly object[];
  readonly variable?: readonly object[];
}

/** A run of one request, as far as it matters for joining it with others. */
export interface SingleRun extends Pick<NewmanRequest, 'environment' | 'policy'> {
  readonly collection: SingleCollection;
}

/** Whether a request can be one more item of a run of these: with the same bounds, and no name that stands for different values. */
export function fitsRun(runs: readonly SingleRun[], run: SingleRun): boolean {
  const [first] = runs;
  if (first === undefined) return true;
  if (hasVariables(first) || hasVariables(run)) return false;
  if (JSON.stringify(first.policy) !== JSON.stringify(run.policy)) return false;
  const names = [...run.environment];
  return (
    names.length === 0 ||
    runs.every(({ environment }) => names.every(([key, value]) => (environment.get(key) ?? value) === value))
  );
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
