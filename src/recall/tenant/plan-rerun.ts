import { memberOf } from '../../formats/json/member-of.ts';
import { scalarText } from '../../formats/json/scalar-text.ts';
import type { Json } from '../../model/json.ts';
import { compareAge } from '../events/choose-run.ts';
import { readEvents } from '../events/read-events.ts';
import { readLogs } from '../log/read-logs.ts';
import type { TenantRecords } from './tenant-records.ts';

/** How an action is run again. */
export type RerunPlan =
  /** The action runs alone, without an event that comes in. */
  | { readonly kind: 'run' }
  /** The event that came in last is emitted again: every action that receives it runs, not this one alone. */
  | { readonly kind: 'reemit'; readonly eventId: string };

/** An action that an event set off needs that event's data, so the event is emitted again; any other is run by itself. */
export function planRerun(records: TenantRecords, parseJson: (text: string, file: string) => Json): RerunPlan {
  const id = scalarText(memberOf(records.action, 'id'));
  const events = readEvents([records.events], parseJson)
    .filter(({ agent }) => agent === id)
    .sort(compareAge);
  const logged = readLogs([records.logs], parseJson).find(({ inbound }) => inbound !== undefined)?.inbound;
  const eventId = events.findLast(({ previous }) => previous.length > 0)?.previous.at(-1) ?? logged;
  return eventId === undefined || !/^\d+$/u.test(eventId) ? { kind: 'run' } : { kind: 'reemit', eventId };
}
