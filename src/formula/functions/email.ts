import type { Value, ValueMap } from '../../model/value.ts';
import { FormulaError } from '../formula-error.ts';
import type { FunctionContext, FunctionEntry } from '../function-entry.ts';
import { define } from './define.ts';
import { documentationPage } from './documentation-page.ts';
import { emailAddresses } from './email-address.ts';
import { emailDate } from './email-date.ts';
import { type EmailField, emailField, readEmailHeader } from './email-header.ts';
import { type EmailPart, emailParts, partText } from './email-part.ts';
import { decodedWords } from './email-word.ts';
import { bytesArgument } from './encoding-bytes.ts';
import { fileObject } from './file-object.ts';
import { flagArgument } from './flag-argument.ts';

const category = 'Data Parsing/Conversion';

/** Messages of electronic mail. */
export const emailFunctions: readonly FunctionEntry[] = [
  define(
    {
      name: 'EML_PARSE',
      category,
      parameters: 'text, single_body:',
      summary: 'A message (RFC 5322 and MIME) as an object: addresses, subject, date, headers, body and attachments.',
      source: `${documentationPage('EML_PARSE')}; inferred: a header field that repeats is an array`,
    },
    ([text, singleBody], context) => {
      const bytes = bytesArgument('EML_PARSE', text);
      context.spend(bytes.length);
      return message(Buffer.from(bytes).toString('latin1').trimStart(), flagArgument(singleBody, true), context);
    },
  ),
  define(
    {
      name: 'MSG_PARSE',
      category,
      parameters: 'file, extract_multiline_headers:, single_body:',
      summary: 'An Outlook message; not supported here.',
      source: documentationPage('MSG_PARSE'),
    },
    () => {
      throw new FormulaError('unsupported', 'MSG_PARSE is not supported here', {
        hint: 'Put the object that MSG_PARSE gives in Tines into the data in its place.',
      });
    },
  ),
];

function message(text: string, isSingleBody: boolean, context: FunctionContext): ValueMap {
  const { fields } = readEmailHeader(text);
  const parts = emailParts(text);
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
