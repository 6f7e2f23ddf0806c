import type { RunOutcome } from '../../model/outcome.ts';
import type { Assumption, Loss } from '../../model/request-spec.ts';
import type { VerdictCode } from '../../model/verdict.ts';
import { followedRedirects } from '../answers/followed-redirects.ts';

/** What a verdict rests on besides the answers. */
export interface Grounds {
  readonly code: VerdictCode;
  readonly assumptions: readonly Assumption[];
  /** What no client outside of Tines has, and what one of the clients that ran cannot send. */
  readonly losses: readonly Loss[];
  readonly runs: readonly (readonly RunOutcome[])[];
}

/** Inferred rules that shape nothing that servers are known to look at; nearly every action has some of them. */
const harmless: ReadonlySet<string> = new Set([
  'default-headers',
  'success-statuses',
  'header-case',
  'content-type-name',
  'content-type-without-body',
  'parameters-sorted',
  'redirect-limit',
  'timeout-default',
]);

/** What makes a verdict less certain, as sentences; the age of Tines' record aside. Pure. */
export function doubts({ code, assumptions, losses, runs }: Grounds): readonly string[] {
  const outcomes = runs.flat();
  const followed = outcomes.flatMap(({ hops }) => hops.slice(0, -1).map(({ received }) => received.status));
  const isRedirected = outcomes.some(({ hops }) => hops.some(({ received }) => followedRedirects.has(received.status)));
  const other = followed.find((status) => !followedRedirects.has(status));
  const ended = new Set(outcomes.flatMap((outcome) => (outcome.status === 'failed' ? [outcome.error.kind] : [])));
  const shaping = assumptions.filter(
    (assumption) =>
      !harmless.has(assumption.code) ||
      (assumption.code === 'redirect-limit' && ended.has('redirects')) ||
      (assumption.code === 'timeout-default' && ended.has('timeout')),
  );
  return [
    ...losses.filter(({ feature }) => feature !== 'redirects' || isRedirected).map(({ text }) => text),
    ...(other === undefined
      ? []
      : [`the clients went on from an answer ${other} to its Location, and Tines takes it as the end`]),
    // Where Tines succeeds as the clients do, its rules do not matter.
    ...(shaping.length === 0 || code === 'works' ? [] : [inferred(shaping)]),
  ];
}

function inferred(assumptions: readonly Assumption[]): string {
  const codes = assumptions.map((assumption) => assumption.code);
  const named = codes.length > 5 ? `${codes.slice(0, 4).join(', ')} and ${codes.length - 4} more` : codes.join(', ');
  return `what Tines sends is inferred in part (${named}): see the assumptions of the report`;
}
