import { memberOf } from '../../formats/json/member-of.ts';
import { scalarText } from '../../formats/json/scalar-text.ts';
import { HarnessError } from '../../harness-error.ts';
import type { Json, JsonObject } from '../../model/json.ts';
import { describeKind } from '../describe-kind.ts';
import { located } from '../located.ts';
import { readTime } from '../read-time.ts';
import type { EventRecord } from './event-record.ts';

const howToGet =
  'Give the event that the action emitted: select it under the action’s events and copy it, or save GET /api/v1/actions/ID/events.';
const envelope = [
  'id',
  'agent_id',
  'action_id',
  'agent_guid',
  'action_guid',
  'story_run_guid',
  'created_at',
  'previous_event_ids',
];

/**
 * The events of the documents, in their order; lists and API answers opened, JSON inside of a text too.
 * @throws HarnessError `event`, with its place, for what is no event.
 */
export function readEvents(documents: readonly Json[], parseJson: (text: string, file: string) => Json): readonly EventRecord[] {
  return documents.flatMap((document) => readDocument(document, parseJson));
}

function readDocument(json: Json, parseJson: (text: string, file: string) => Json): readonly EventRecord[] {
  if (json.kind === 'string' && /^\s*[[{]/u.test(json.value)) {
    const inner = parseJson(json.value, json.source?.file ?? 'the event');
    return readDocument(inner, () => inner);
  }
  const read = (item: Json): EventRecord => readEvent(item, parseJson);
  if (json.kind === 'array') return json.items.map(read);
  const list = memberOf(json, 'events');
  if (list?.kind === 'array' && !hasEnvelope(json)) return list.items.map(read);
  return [read(json)];
}

function readEvent(json: Json, parseJson: (text: string, file: string) => Json): EventRecord {
  if (json.kind !== 'object') {
    throw new HarnessError('event', `an event is an object, and this is ${describeKind(json)}`, {
      ...located(json),
      hint: howToGet,
    });
  }
  refuseOthers(json);
  const wrapped = memberOf(json, 'event');
  if (json.members.length === 1 && wrapped?.kind === 'object' && hasEnvelope(wrapped)) return readEvent(wrapped, parseJson);
  const written = memberOf(json, 'payload');
  const isText = written?.kind === 'string' && /^\s*\{/u.test(written.value);
  const payload = isText ? parseJson(written.value, json.source?.file ?? 'the event') : written;
  if (payload === undefined || !hasEnvelope(json)) return { previous: [], content: contentOf(json), json };
  if (payload.kind === 'null')
    return { ...readEnvelope(json), content: { kind: 'payload', payload: { kind: 'object', members: [] } } };
  if (payload.kind !== 'object') {
    throw new HarnessError('event', `the payload of an event is an object, and this is ${describeKind(payload)}`, {
      ...located(payload),
      hint: howToGet,
    });
  }
  return { ...readEnvelope(json), content: contentOf(payload) };
}

function readEnvelope(json: JsonObject): Omit<EventRecord, 'content'> {
  const text = (...names: readonly string[]): string | undefined => scalarText(memberOf(json, ...names));
  const id = text('id');
  const agent = text('agent_guid', 'action_guid') ?? text('agent_id', 'action_id');
  const run = text('story_run_guid', 'run_guid');
  const at = readTime(text('created_at'));
  const previous = memberOf(json, 'previous_event_ids', 'previous_events_ids');
  return {
    ...(id === undefined ? {} : { id }),
    ...(agent === undefined ? {} : { agent }),
    ...(run === undefined ? {} : { run }),
    ...(at === undefined ? {} : { at }),
    previous: previous?.kind === 'array' ? previous.items.flatMap((item) => scalarText(item) ?? []) : [],
    json,
  };
}

function contentOf(json: JsonObject): EventRecord['content'] {
  return isPart(json) ? { kind: 'part', part: json } : { kind: 'payload', payload: json };
}

/** `{status, headers, body}`, or what a user typed of it. */
function isPart(json: JsonObject): boolean {
  const keys = new Set(json.members.map(({ key }) => key.toLowerCase()));
  if (!keys.has('status')) return keys.has('body') && keys.has('headers');
  return keys.size === 1 || keys.has('body') || keys.has('headers');
}

function hasEnvelope(json: Json): boolean {
  if (memberOf(json, 'payload') === undefined || json.kind !== 'object') return false;
  return json.members.length === 1 || envelope.some((name) => memberOf(json, name) !== undefined);
}

function refuseOthers(json: JsonObject): void {
  const keys = new Set(json.members.map(({ key }) => key));
  const isLog = keys.has('action_logs') || (keys.has('message') && keys.has('level'));
  if (isLog) throw new HarnessError('event', 'this is a log, and no event', { ...located(json), hint: 'Give it with --log.' });
  if (keys.has('agents') || (keys.has('options') && keys.has('type'))) {
    throw new HarnessError('event', 'this is an action, and no event', { ...located(json), hint: 'Give it with --action.' });
  }
}
