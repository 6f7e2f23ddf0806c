import type { Action } from '../../../src/model/action.ts';
import type { Json } from '../../../src/model/json.ts';
import { parseJson } from '../../../src/parse/json/parse-json.ts';
import { parseActionFile } from '../../../src/parse/parse-action-file.ts';
import { recallRecords } from '../../../src/recall/recall-records.ts';
import type { Recollection } from '../../../src/recall/recollection.ts';

/** What a test says of the records; the action is ‹Look up user› with the id 21 unless said. */
export interface Records {
  readonly events?: readonly unknown[];
  readonly logs?: readonly unknown[];
  readonly action?: Record<string, unknown>;
  readonly run?: string;
}

/** A value as a file of its own holds it. */
export function document(value: unknown, file = 'event.json'): Json {
  return parseJson(JSON.stringify(value), file);
}

/** An action as the API gives it. */
export function actionOf(given: Record<string, unknown> = {}): Action {
  const rest = {
    type: 'Agents::HTTPRequestAgent',
    id: 21,
    guid: 'a'.repeat(32),
    name: 'Look up user',
    options: { url: 'https://api.example.com/<<start.id>>' },
    ...given,
  };
  const [action] = parseActionFile(JSON.stringify(rest), 'action.json').actions;
  if (action === undefined) throw new Error('the test’s action is none');
  return action;
}

/** Recalls the records on 24 November 2026 at noon. */
export function recall({ events = [], logs = [], action = {}, run }: Records): Recollection {
  return recallRecords({
    events: events.map((event) => document(event)),
    logs: logs.map((log) => document(log, 'log.json')),
    action: actionOf(action),
    ...(run === undefined ? {} : { run }),
    success: [{ from: 200, to: 399 }],
    now: new Date('2026-11-24T12:00:00Z'),
    staleAfterMilliseconds: 24 * 3_600_000,
    parseJson,
  });
}

/** An event of the action: its envelope and its part. */
export function eventOf(part: unknown, envelope: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    id: 501,
    agent_id: 21,
    payload: { start: { id: 7 }, look_up_user: part },
    created_at: '2026-11-24T11:00:00Z',
    story_run_guid: 'run-1',
    previous_event_ids: [500],
    ...envelope,
  };
}

/** The log message that shows a request. */
export function sendingMessage(options: unknown): string {
  return `Sending request to https://api.example.com with options:\n ${JSON.stringify(options, null, 1)}`;
}

/** The recorded response; fails where nothing is recorded. */
export function responseOf({ outcome }: Recollection) {
  if (outcome.status !== 'recorded') throw new Error('nothing is recorded');
  return outcome.response;
}

/** The codes of the notes. */
export function noteCodes({ notes }: Recollection): readonly string[] {
  return notes.map(({ code }) => code);
}
