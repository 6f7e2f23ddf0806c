import { memberOf } from '../../formats/json/member-of.ts';
import { printable } from '../../formats/text/printable.ts';
import { HarnessError } from '../../harness-error.ts';
import type { Action } from '../../model/action.ts';
import type { Json } from '../../model/json.ts';
import type { RecordedResponse } from '../../model/outcome.ts';
import { describeKind } from '../describe-kind.ts';
import { located } from '../located.ts';
import type { RecallNote } from '../recall-note.ts';
import { readRecordedBody } from './read-recorded-body.ts';
import { readRecordedHeaders } from './read-recorded-headers.ts';

/** What an action got, as its part of the event says; `response` is absent where the part has another shape, and a note says why. */
export interface ReadResponse {
  readonly response?: RecordedResponse;
  readonly notes: readonly RecallNote[];
}

/**
 * Reads `{status, headers, body}`. A part without a status (`customize_output`) says nothing of the answer.
 * @throws HarnessError `event`, with its place, for values of the wrong type.
 */
export function readResponse(part: Json | undefined, action: Action): ReadResponse {
  const isCustom = hasOwnShape(action);
  const status = memberOf(part, 'status');
  const number = readStatus(status);
  if (part === undefined || status === undefined || (number === undefined && (isCustom || !hasAnswer(part)))) {
    return { notes: [otherShape(part, isCustom)] };
  }
  if (number === undefined) {
    throw new HarnessError('event', `the status is a number from 0 to 999, and this is ${describeStatus(status)}`, {
      ...located(status),
      hint: 'Write the status that Tines recorded, 0 where it got no answer: "status": 401.',
    });
  }
  const notes: RecallNote[] = [];
  if (status.kind === 'string') {
    notes.push({ code: 'status-as-text', text: `the event has its status as a text, ‹${number}›`, ...located(status) });
  }
  const headers = memberOf(part, 'headers');
  const fields = headers === undefined ? [] : readRecordedHeaders(headers);
  const body = memberOf(part, 'body');
  if (body === undefined && number !== 0) {
    notes.push({ code: 'no-body', text: 'the event has no body, so bodies are not compared with it', ...located(part) });
  }
  const recorded = body === undefined ? undefined : readRecordedBody(body, fields);
  const type = fields.find(([name]) => name === 'content-type')?.[1] ?? '';
  if (recorded?.kind === 'json' && /[/+]xml\b/iu.test(type)) {
    notes.push({ code: 'xml-as-object', text: 'Tines parsed the XML of the answer to an object; it is compared by structure' });
  }
  const response: RecordedResponse = {
    status: number,
    ...(headers === undefined ? {} : { headers: fields }),
    ...(recorded === undefined ? {} : { body: recorded }),
  };
  return { response, notes };
}

function readStatus(status: Json | undefined): number | undefined {
  const text = status?.kind === 'number' ? status.text : status?.kind === 'string' ? status.value.trim() : '';
  return /^\d{1,3}(?:\.0+)?$/u.test(text) ? Number(text) : undefined;
}

function hasAnswer(part: Json): boolean {
  return (
    (memberOf(part, 'headers') ?? memberOf(part, 'body')) !== undefined || (part.kind === 'object' && part.members.length === 1)
  );
}

function hasOwnShape(action: Action): boolean {
  const option = memberOf(action.options, 'customize_output');
  return option !== undefined && option.kind !== 'null' && !(option.kind === 'object' && option.members.length === 0);
}

function describeStatus(status: Json): string {
  if (status.kind === 'string') return `‹${printable(status.value, 40)}›`;
  return status.kind === 'number' ? `‹${printable(status.text, 40)}›` : describeKind(status);
}

function otherShape(part: Json | undefined, isCustom: boolean): RecallNote {
  const place = located(part);
  if (part === undefined) return { code: 'other-shape', text: 'the event has nothing that this action got', ...place };
  const why = isCustom
    ? 'the action’s ‹customize_output› replaces what Tines got, so the event does not say its status'
    : 'the action’s part of the event has no status of an answer, so it does not say what Tines got';
  return { code: 'other-shape', text: `${why}; --tines-status or --log can say it`, ...place };
}
