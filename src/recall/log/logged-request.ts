import { memberOf } from '../../formats/json/member-of.ts';
import { scalarText } from '../../formats/json/scalar-text.ts';
import { HarnessError } from '../../harness-error.ts';
import type { Json } from '../../model/json.ts';
import type { RecordedRequest } from '../../model/outcome.ts';
import type { HeaderField } from '../../model/request-spec.ts';
import { cutBraces } from './cut-braces.ts';
import type { LogEntry } from './log-entry.ts';
import { rubyHashAsJson } from './ruby-hash.ts';

/** The rendered request of a log message, or why a message that announces one gives none. */
export type LoggedRequest =
  | { readonly kind: 'request'; readonly request: RecordedRequest }
  | { readonly kind: 'cut-off' }
  | { readonly kind: 'unreadable' };

const announcement = /Sending\s+request\s+to\s[\s\S]*?\swith\s+options\s*:\s*(?=\{)/iu;
const announced = /Sending\s+request\s+to\s[\s\S]*?\swith\s+options/iu;
const nothing: Json = { kind: 'null' };

/** Reads `Sending request to … with options: {…}`, as JSON or as Ruby prints a hash; undefined where the message announces no request. */
export function loggedRequest(entry: LogEntry, parseJson: (text: string, file: string) => Json): LoggedRequest | undefined {
  if (entry.options !== undefined) return readRequest(entry.options);
  const found = announcement.exec(entry.message);
  if (found === null) return announced.test(entry.message) ? { kind: 'cut-off' } : undefined;
  const text = cutBraces(entry.message, found.index + found[0].length);
  if (text === undefined) return { kind: 'cut-off' };
  for (const candidate of [text, rubyHashAsJson(text)]) {
    try {
      return readRequest(parseJson(candidate, 'the request in the log'));
    } catch (error) {
      // Not JSON as it stands: the next reading is tried.
      if (!(error instanceof HarnessError)) throw error;
    }
  }
  return { kind: 'unreadable' };
}

/** The log's message without the request that it announces: what failure lines are looked for in. */
export function withoutRequest({ message }: LogEntry): string {
  const found = announcement.exec(message);
  if (found === null) return announced.test(message) ? '' : message;
  const start = found.index + found[0].length;
  const text = cutBraces(message, start);
  return text === undefined ? '' : `${message.slice(0, found.index)}\n${message.slice(start + text.length)}`;
}

function readRequest(options: Json): LoggedRequest {
  const url = scalarText(memberOf(options, 'url'));
  if (url === undefined) return { kind: 'unreadable' };
  const method = scalarText(memberOf(options, 'method')) ?? 'get';
  return {
    kind: 'request',
    request: {
      method: method.toUpperCase(),
      url,
      params: memberOf(options, 'params', 'query') ?? nothing,
      headers: readHeaders(memberOf(options, 'headers')),
      body: memberOf(options, 'body', 'payload') ?? nothing,
    },
  };
}

/** Names as written, in order; the log's null (a content type that was not asked for) is no header. */
function readHeaders(headers: Json | undefined): readonly HeaderField[] {
  if (headers?.kind !== 'object') return [];
  return headers.members.flatMap(({ key, value }): readonly HeaderField[] => {
    const values = value.kind === 'array' ? value.items : [value];
    return values.flatMap((item): readonly HeaderField[] => {
      const text = item.kind === 'boolean' ? String(item.value) : scalarText(item);
      return text === undefined ? [] : [[key, text]];
    });
  });
}
