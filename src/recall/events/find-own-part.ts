import { memberOf } from '../../formats/json/member-of.ts';
import type { Action } from '../../model/action.ts';
import type { Json, JsonMember } from '../../model/json.ts';
import { isNamed } from '../snake-case.ts';
import type { EventRecord } from './event-record.ts';

/** What an event says of the action itself. */
export interface OwnPart {
  readonly event: EventRecord;
  /** The key in the payload; absent where the record is the part alone. */
  readonly key?: string;
  /** Absent where the event is the action's and its payload has nothing of it. */
  readonly part?: Json;
  /** `agent`: the event names the action. `name`: its payload has the action's name. `assumed`: the only thing that looks like an answer. */
  readonly by: 'agent' | 'name' | 'alone' | 'assumed';
}

/** The action's own part of an event; undefined where the event is of another action, or from before this one ran. */
export function findOwnPart(event: EventRecord, action: Action): OwnPart | undefined {
  const { content } = event;
  if (content.kind === 'part') return { event, part: content.part, by: isOfAgent(event, action) ? 'agent' : 'alone' };
  const { members } = content.payload;
  const named = members.findLast(({ key }) => isNamed(key, action.name));
  if (isOfAgent(event, action)) {
    const own = named ?? members.findLast(looksLikeAnswer) ?? (members.length === 1 ? members[0] : undefined);
    return own === undefined ? { event, by: 'agent' } : { event, key: own.key, part: own.value, by: 'agent' };
  }
  if (named !== undefined) return { event, key: named.key, part: named.value, by: 'name' };
  if (action.name !== '') return undefined;
  const answers = members.filter(looksLikeAnswer);
  const own = answers.at(-1);
  return own === undefined ? undefined : { event, key: own.key, part: own.value, by: 'assumed' };
}

function isOfAgent({ agent }: EventRecord, { id, guid }: Action): boolean {
  return agent !== undefined && (agent === String(id) || agent === guid);
}

function looksLikeAnswer({ value }: JsonMember): boolean {
  return memberOf(value, 'status') !== undefined && (memberOf(value, 'headers') ?? memberOf(value, 'body')) !== undefined;
}
