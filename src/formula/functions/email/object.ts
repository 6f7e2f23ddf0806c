import type { Value, ValueMap } from '../../../model/value.ts';
import type { FunctionContext } from '../../evaluate/function-entry.ts';
import { fileObject } from '../archives/file-object.ts';
import { emailAddresses } from './address.ts';
import { emailDate } from './date.ts';
import { type EmailField, emailField } from './header.ts';
import { type EmailPart, partText } from './part.ts';
import { decodedWords } from './word.ts';

/** A message cut into its header and its parts. */
export interface EmailMessage {
  readonly fields: readonly EmailField[];
  readonly parts: readonly EmailPart[];
  /** Whether there is one member `body`, or `body_html` and `body_text`. */
  readonly isSingleBody: boolean;
}

/** A message as EML_PARSE and MSG_PARSE show it: addresses, subject, date, headers, body and attachments. */
export function emailObject({ fields, parts, isSingleBody }: EmailMessage, context: FunctionContext): ValueMap {
  context.spend(parts.length);
  const bodies = parts.filter((part) => !part.isAttachment);
  const html = bodies.find((part) => part.type === 'text/html');
  const plain = bodies.find((part) => part.type !== 'text/html');
  return new Map<string, Value>([
    ['to', emailAddresses(emailField(fields, 'to'))],
    ['from', emailAddresses(emailField(fields, 'from'))[0] ?? null],
    ['cc', emailAddresses(emailField(fields, 'cc'))],
    ['subject', optional(emailField(fields, 'subject'), decodedWords)],
    ['date', optional(emailField(fields, 'date'), emailDate)],
    ['message_id', optional(emailField(fields, 'message-id'), (value) => value.replace(/^<(.*)>$/, '$1'))],
    ['headers', headers(fields)],
    ...bodyMembers(isSingleBody, html, plain),
    ['attachments', parts.filter((part) => part.isAttachment).map((part) => attachment(part, context))],
  ]);
}

function bodyMembers(
  isSingle: boolean,
  html: EmailPart | undefined,
  plain: EmailPart | undefined,
): readonly (readonly [string, Value])[] {
  const text = (part: EmailPart | undefined) => (part === undefined ? null : partText(part));
  if (isSingle) return [['body', text(html ?? plain) ?? '']];
  return [
    ['body_html', text(html)],
    ['body_text', text(plain)],
  ];
}

function optional(field: string | undefined, read: (value: string) => string | undefined): Value {
  return field === undefined ? null : (read(field) ?? null);
}

function headers(fields: readonly EmailField[]): ValueMap {
  const all = new Map<string, string[]>();
  for (const [name, value] of fields) {
    const values = all.get(name);
    if (values === undefined) all.set(name, [decodedWords(value)]);
    else values.push(decodedWords(value));
  }
  return new Map([...all].map(([name, values]) => [name, values.length === 1 ? (values[0] ?? '') : values]));
}

function attachment(part: EmailPart, context: FunctionContext): ValueMap {
  const fallback = part.type === 'message/rfc822' ? 'message.eml' : 'attachment';
  return fileObject({ filename: part.filename ?? fallback, contentType: part.type, contents: part.contents }, context);
}
