import type { SourceFiles } from '../../cli/files/source-files.ts';

/** What was made in each run, by what it is; a run is known by its files. */
const made = new WeakMap<SourceFiles, Map<string, Promise<unknown>>>();

/**
 * What `make` gives, made once in a run however many actions ask for it: a command that gives a credential runs once, a question is asked once.
 * A failure is kept, too. `key` names it and its type.
 */
export function oncePerRun<Result>(files: SourceFiles, key: string, make: () => Promise<Result>): Promise<Result> {
  const known = made.get(files) ?? new Map<string, Promise<unknown>>();
  made.set(files, known);
  const found = known.get(key) ?? make();
  known.set(key, found);
  return found as Promise<Result>;
}

const queues = new WeakMap<SourceFiles, Promise<unknown>>();

/** Runs one after the other what must not run at the same time in a run: questions at the terminal. */
export function oneByOne<Result>(files: SourceFiles, work: () => Promise<Result>): Promise<Result> {
  const next = (queues.get(files) ?? Promise.resolve()).then(work, work);
  queues.set(files, next);
  return next;
}
