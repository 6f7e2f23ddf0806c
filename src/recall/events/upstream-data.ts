import type { Action } from '../../model/action.ts';
import type { Json } from '../../model/json.ts';
import { snakeCase } from '../snake-case.ts';
import { compareAge } from './choose-run.ts';
import type { EventRecord } from './event-record.ts';
import type { OwnPart } from './find-own-part.ts';

const reserved: ReadonlySet<string> = new Set(['META', 'STORY', 'INFO', 'TEAM', 'LOOP', 'PAGINATE']);

/** The run that data are wanted of. */
interface Chosen {
  readonly own: OwnPart | undefined;
  /** The id of the event that came in, where the log names it. */
  readonly inbound: string | undefined;
}

/**
 * What the action could read when it ran: the chosen event's payload without the action's own part, and over it the event that came in,
 * where it was given (in a loop that one has the action's earlier part).
 */
export function upstreamData(events: readonly EventRecord[], { own, inbound: id }: Chosen): ReadonlyMap<string, Json> {
  const named = id === undefined ? undefined : events.find((event) => event.id === id);
  if (named !== undefined) return new Map(membersOf(named));
  const inbound = own === undefined ? [...events].sort(compareAge).at(-1) : findInbound(events, own);
  return new Map([
    ...(own === undefined ? [] : membersOf(own.event, own.key)),
    ...(inbound === undefined ? [] : membersOf(inbound)),
  ]);
}

/** Whether the action's options name one of the event's keys: then the event is one that came in. */
export function isReferenced(event: EventRecord, action: Action): boolean {
  const names = new Set(membersOf(event).map(([name]) => name));
  return textsOf(action.options).some((text) => (text.match(/[\p{L}\p{N}_]+/gu) ?? []).some((word) => names.has(word)));
}

function findInbound(events: readonly EventRecord[], own: OwnPart): EventRecord | undefined {
  const others = events.filter((event) => event !== own.event && event.content.kind === 'payload');
  const named = others.find(({ id }) => id !== undefined && own.event.previous.includes(id));
  if (named !== undefined) return named;
  const earlier = others
    .filter((event) => isBefore(event, own) && (own.key === undefined || !keysOf(event).includes(own.key)))
    .sort(compareAge);
  return earlier.at(-1);
}

/** Of the same run where both say it, and not after the action's event. */
function isBefore(event: EventRecord, { event: mine }: OwnPart): boolean {
  if (event.run !== undefined && mine.run !== undefined) return event.run === mine.run && compareAge(event, mine) <= 0;
  return event.at === undefined || mine.at === undefined ? true : event.at <= mine.at;
}

function keysOf({ content }: EventRecord): readonly string[] {
  return content.kind === 'payload' ? content.payload.members.map(({ key }) => key) : [];
}

function membersOf({ content }: EventRecord, without?: string): readonly (readonly [string, Json])[] {
  if (content.kind !== 'payload') return [];
  return content.payload.members
    .filter(({ key }) => key !== without)
    .map(({ key, value }) => [reserved.has(key) ? key : snakeCase(key), value]);
}

function textsOf(json: Json): readonly string[] {
  switch (json.kind) {
    case 'string':
      return [json.value];
    case 'array':
      return json.items.flatMap(textsOf);
    case 'object':
      return json.members.flatMap(({ key, value }) => [key, ...textsOf(value)]);
    default:
      return [];
  }
}
