import type { EventEmitter } from 'node:events';

/** Where in a collection's run an event belongs; a request made by a script has the script's id. */
export interface FailureCursor {
  readonly position?: number;
  readonly iteration?: number;
  readonly scriptId?: string;
}

interface FailureEvent {
  readonly cursor?: FailureCursor;
  readonly assertion?: string;
  readonly event?: { readonly listen?: string };
}

/** The events of Newman whose errors make a run fail (newman 6.2.2, lib/run/summary.js, `attachFailureTrackers`). */
const events = [
  'beforeIteration',
  'iteration',
  'beforeItem',
  'item',
  'beforeScript',
  'script',
  'beforePrerequest',
  'prerequest',
  'beforeRequest',
  'request',
  'beforeTest',
  'test',
  'beforeAssertion',
  'assertion',
];

/** Calls `take` for everything that Newman counts as a failure, but the failures of the items' own requests: those are outcomes. */
export function countedFailures(emitter: EventEmitter, take: (text: string, cursor: FailureCursor | undefined) => void): void {
  for (const name of events) {
    emitter.on(name, (error: unknown, details: FailureEvent | undefined) => {
      const isOutcome = name === 'request' && details?.cursor?.scriptId === undefined;
      if (error && !isOutcome) take(`${subjectOf(name, details)}${messageOf(error)}`, details?.cursor);
    });
  }
}

function subjectOf(name: string, details: FailureEvent | undefined): string {
  if (name === 'assertion') return `${details?.assertion ?? ''}: `;
  if (name === 'script') return details?.event?.listen === 'prerequest' ? 'script before the request: ' : 'script: ';
  return name === 'request' ? 'request of a script: ' : '';
}

function messageOf(error: unknown): string {
  if (typeof error === 'object' && error !== null && 'message' in error) return String(error.message);
  return String(error);
}
