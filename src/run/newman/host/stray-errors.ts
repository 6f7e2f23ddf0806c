import { AsyncLocalStorage } from 'node:async_hooks';
import process from 'node:process';

/** An error of a script that nothing caught: in plain Newman it ends the process. */
export class StrayError extends Error {}

/**
 * Catches errors that nothing caught, so that a script's ends its own run and not those beside it. The function that is given back does a
 * run's work; what this leaves uncaught aborts its controller with a `StrayError`. An error of no run ends the process, as ever.
 */
export function watchStrayErrors(): (controller: AbortController, work: () => Promise<void>) => Promise<void> {
  const runs = new AsyncLocalStorage<AbortController>();
  const blame = (error: unknown): void => {
    const controller = runs.getStore();
    if (controller === undefined) throw error;
    controller.abort(new StrayError(`an error of a script that nothing caught: ${messageOf(error)}`));
  };
  process.on('unhandledRejection', blame);
  process.on('uncaughtException', blame);
  return (controller, work) => runs.run(controller, work);
}

function messageOf(error: unknown): string {
  if (typeof error === 'object' && error !== null && 'message' in error) return String(error.message);
  return String(error);
}
