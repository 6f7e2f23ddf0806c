import { memberOf } from '../../formats/json/member-of.ts';
import { scalarText } from '../../formats/json/scalar-text.ts';
import { HarnessError } from '../../harness-error.ts';
import type { Json, JsonObject } from '../../model/json.ts';
import { describeKind } from '../describe-kind.ts';
import { located } from '../located.ts';
import { readTime } from '../read-time.ts';
import type { LogEntry } from './log-entry.ts';

const hint = 'Give the message ‹Sending request to …› from the action’s log, or the answer of GET /api/v1/actions/ID/logs.';
const levels: ReadonlyMap<string, number> = new Map([
  ['warning', 2],
  ['warn', 2],
  ['info', 3],
  ['error', 4],
]);

/** Several messages copied at once: each rendered request begins on a line of its own. */
const nextMessage = /(?<=\n)(?=[^\n"]{0,80}Sending request to )/u;

/**
 * The messages of the documents, in their order; lists, API answers and JSON inside of a text opened.
 * @throws HarnessError `log`, with its place, for what is no log.
 */
export function readLogs(documents: readonly Json[], parseJson: (text: string, file: string) => Json): readonly LogEntry[] {
  return documents.flatMap((document) => readDocument(document, (text) => openText(text, parseJson)));
}

function readDocument(json: Json, open: (text: string) => Json | undefined): readonly LogEntry[] {
  if (json.kind === 'string') {
    const inner = open(json.value);
    if (inner !== undefined) return readDocument(inner, () => undefined);
    return json.value.split(nextMessage).map((message) => ({ message, json }));
  }
  if (json.kind === 'array') return json.items.map(readEntry);
  const list = memberOf(json, 'action_logs', 'agent_logs', 'logs');
  return list?.kind === 'array' ? list.items.map(readEntry) : [readEntry(json)];
}

function readEntry(json: Json): LogEntry {
  if (json.kind === 'string') return { message: json.value, json };
  if (json.kind !== 'object') throw noLog(json, `a message of the log is a text or an object, and this is ${describeKind(json)}`);
  const message = memberOf(json, 'message', 'text');
  if (message === undefined) return readOptions(json);
  if (message.kind !== 'string')
    throw noLog(message, `the message of a log entry is a text, and this is ${describeKind(message)}`);
  return { ...readEnvelope(json), message: message.value };
}

/** The rendered request without the sentence before it. */
function readOptions(json: JsonObject): LogEntry {
  const has = (...names: readonly string[]): boolean => names.every((name) => memberOf(json, name) !== undefined);
  if (has('url', 'method') && (has('params') || has('headers'))) return { message: '', options: json, json };
  throw noLog(json, 'this is no log of an action');
}

function readEnvelope(json: JsonObject): Omit<LogEntry, 'message'> {
  const id = scalarText(memberOf(json, 'id'));
  const level = readLevel(memberOf(json, 'level'));
  const at = readTime(scalarText(memberOf(json, 'created_at')));
  const event = memberOf(json, 'inbound_event', 'inbound_event_id');
  const inbound = scalarText(event) ?? scalarText(memberOf(event, 'id'));
  const run = scalarText(memberOf(json, 'story_run_guid')) ?? scalarText(memberOf(event, 'story_run_guid'));
  return {
    ...(id === undefined ? {} : { id }),
    ...(level === undefined ? {} : { level }),
    ...(at === undefined ? {} : { at }),
    ...(inbound === undefined ? {} : { inbound }),
    ...(run === undefined ? {} : { run }),
    json,
  };
}

function readLevel(level: Json | undefined): number | undefined {
  const text = scalarText(level)?.trim().toLowerCase() ?? '';
  return levels.get(text) ?? (/^\d$/u.test(text) ? Number(text) : undefined);
}

function openText(text: string, parseJson: (text: string, file: string) => Json): Json | undefined {
  if (!/^\s*[[{"]/u.test(text)) return undefined;
  try {
    return parseJson(text, 'the log');
  } catch (error) {
    // A message that only begins like JSON is a message.
    if (error instanceof HarnessError) return undefined;
    throw error;
  }
}

function noLog(json: Json, message: string): HarnessError {
  return new HarnessError('log', message, { ...located(json), hint });
}
