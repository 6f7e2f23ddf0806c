import { printable } from '../../formats/text/printable.ts';
import { HarnessError } from '../../harness-error.ts';
import type { Action } from '../../model/action.ts';
import { located } from '../located.ts';
import { snakeCase } from '../snake-case.ts';
import { compareAge, describeEvent } from './choose-run.ts';
import type { EventRecord } from './event-record.ts';
import { findOwnPart, type OwnPart } from './find-own-part.ts';

/**
 * The events that the action emitted, one of each run where only their payloads tell. An event that names the action counts before one
 * that has its name in the payload: later actions' events have that, too.
 */
export function ownEvents(events: readonly EventRecord[], action: Action): readonly OwnPart[] {
  const found = events.flatMap((event) => findOwnPart(event, action) ?? []);
  const exact = found.filter(({ by }) => by === 'agent');
  if (exact.length > 0) return exact;
  const firsts = new Map<string, OwnPart>();
  const rest: OwnPart[] = [];
  for (const own of found) {
    const { run } = own.event;
    const known = run === undefined ? undefined : firsts.get(run);
    if (run === undefined) rest.push(own);
    else if (known === undefined || compareAge(own.event, known.event) < 0) firsts.set(run, own);
  }
  return [...firsts.values(), ...rest];
}

/** Says that none of the events is of this action, with what was found in them. */
export function foreignEvents(events: readonly EventRecord[], action: Action): HarnessError {
  const name = action.name === '' ? 'this action' : `‹${printable(action.name)}›`;
  const key = snakeCase(action.name);
  return new HarnessError(
    'event',
    events.length === 1 ? `the event given is not of ${name}` : `none of the ${events.length} events given is of ${name}`,
    {
      ...located(events[0]?.json),
      hint: `Give the event that ${name} emitted${key === '' ? '' : `: its payload has the key ‹${key}›`}. If the action was renamed since, use the name it had.`,
      notes: events.slice(0, 20).map((event) => `${describeEvent(event)}: ${foundIn(event)}`),
    },
  );
}

function foundIn({ agent, content }: EventRecord): string {
  const keys = content.kind === 'payload' ? content.payload.members.map(({ key }) => `‹${printable(key, 40)}›`) : [];
  const data = keys.length === 0 ? 'no data' : `data of ${keys.slice(0, 8).join(', ')}${keys.length > 8 ? ', …' : ''}`;
  return agent === undefined ? data : `emitted by the action ${printable(agent, 40)}, ${data}`;
}
