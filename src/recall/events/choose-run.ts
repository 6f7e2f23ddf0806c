import { printable } from '../../formats/text/printable.ts';
import { HarnessError } from '../../harness-error.ts';
import { located } from '../located.ts';
import type { EventRecord } from './event-record.ts';
import type { OwnPart } from './find-own-part.ts';

/** One of the action's runs; `failed` is undefined where its event does not say what Tines got. */
export interface RunCandidate {
  readonly own: OwnPart;
  readonly failed: boolean | undefined;
}

/**
 * The run to compare with: by guid or event id, `latest`, or else the newest failure, or else the newest.
 * @throws HarnessError `event` with the runs that are there, where the one asked for is not.
 */
export function chooseRun<Candidate extends RunCandidate>(
  candidates: readonly Candidate[],
  run: string | undefined,
): Candidate | undefined {
  const ordered = [...candidates].sort((left, right) => compareAge(left.own.event, right.own.event));
  const newest = ordered.at(-1);
  if (newest === undefined || run?.trim().toLowerCase() === 'latest') return newest;
  if (run === undefined) return newestFailure(ordered) ?? newest;
  const wanted = run.trim().toLowerCase();
  const matching = ordered.filter(({ own }) => [own.event.id, own.event.run].some((name) => name?.toLowerCase() === wanted));
  if (matching.length > 0) return newestFailure(matching) ?? matching.at(-1);
  throw new HarnessError('event', `no event of this action is of the run ‹${printable(run)}›`, {
    ...located(newest.own.event.json),
    hint: 'Give one of these to --run, or leave --run away for the newest failure.',
    notes: ordered
      .slice(-20)
      .reverse()
      .map(({ own }) => describeEvent(own.event)),
  });
}

/** An event in one line: its id, its run and its time, as far as it has them. */
export function describeEvent({ id, run, at }: EventRecord): string {
  const parts = [
    id === undefined ? '' : `event ${id}`,
    run === undefined ? '' : `run ${run}`,
    at === undefined ? '' : at.toISOString(),
  ];
  return parts.filter((part) => part !== '').join(', ') || 'an event without id and time';
}

/** Orders events by time, or else by id; those without either keep their order. */
export function compareAge(left: EventRecord, right: EventRecord): number {
  if (left.at !== undefined && right.at !== undefined && left.at.getTime() !== right.at.getTime()) {
    return left.at.getTime() - right.at.getTime();
  }
  const [first, second] = [left.id, right.id];
  if (first === undefined || second === undefined || !/^\d{1,30}$/u.test(first) || !/^\d{1,30}$/u.test(second)) return 0;
  const difference = BigInt(first) - BigInt(second);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

function newestFailure<Candidate extends RunCandidate>(ordered: readonly Candidate[]): Candidate | undefined {
  return ordered.findLast(({ failed }) => failed === true);
}
