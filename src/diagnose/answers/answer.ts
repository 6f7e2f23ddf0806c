import { decodeBody } from '../../formats/body/decode-body.ts';
import type { ClientError, Exchange, RunOutcome, TinesOutcome } from '../../model/outcome.ts';
import type { HeaderField } from '../../model/request-spec.ts';
import { plainJson } from '../plain-json.ts';

/** The last answer of a run, ready to be looked at. */
export interface Answer {
  /** null where no answer came. */
  readonly status: number | null;
  /** null where they are not known. */
  readonly headers: readonly HeaderField[] | null;
  /** The body's text by its own charset, of its first 256 KiB; null where it is not known. */
  readonly text: string | null;
  /** The body's value where it is JSON; undefined elsewhere. */
  readonly json: unknown;
  readonly hops: readonly Exchange[];
  readonly error?: ClientError;
}

const LIMIT = 256 * 1024;

/** The answer that a run ended with. */
export function answerOf(outcome: RunOutcome): Answer {
  const last = outcome.status === 'completed' ? outcome.hops.at(-1) : undefined;
  const error = outcome.status === 'failed' ? { error: outcome.error } : {};
  if (last === undefined) return { status: null, headers: [], text: '', json: undefined, hops: outcome.hops, ...error };
  const { status, headers, body } = last.received;
  const head = body.bytes.subarray(0, LIMIT);
  const type = headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '';
  const text = decodeBody(head, type, head.length < body.size) ?? new TextDecoder().decode(head);
  return { status, headers, text, json: parse(text), hops: outcome.hops };
}

/** The answer that Tines recorded; null where none is known. */
export function recordedAnswer(outcome: TinesOutcome): Answer | null {
  if (outcome.status === 'unknown') return null;
  const { status, headers = null, body } = outcome.response;
  const json = body?.kind === 'json' ? plainJson(body.value) : body?.kind === 'text' ? parse(body.text) : undefined;
  const text = body?.kind === 'text' ? body.text : json === undefined ? null : JSON.stringify(json);
  return { status: status === 0 ? null : status, headers, text, json, hops: [] };
}

/** The value of a header field, several joined by commas; null without one. Names are compared without case. */
export function headerOf(answer: Answer, name: string): string | null {
  const values = (answer.headers ?? []).filter(([field]) => field.toLowerCase() === name.toLowerCase()).map(([, value]) => value);
  return values.length === 0 ? null : values.join(', ');
}

function parse(text: string): unknown {
  if (!/^\s*[[{"]/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
