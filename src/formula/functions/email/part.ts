import { FormulaError } from '../../syntax/formula-error.ts';
import { lenientBase64Bytes } from '../encoding/base64.ts';
import { emailField, parameterizedField, readEmailHeader } from './header.ts';
import { charsetText, latin1Bytes, quotedPrintableBytes } from './word.ts';

/** A part of a message that has no parts itself, decoded. */
export interface EmailPart {
  /** In lower case: `text/html`. */
  readonly type: string;
  readonly charset: string | undefined;
  /** Present where the part is a file. */
  readonly filename: string | undefined;
  readonly isAttachment: boolean;
  readonly contents: Uint8Array;
}

const deepest = 20;

/** The parts of a message (RFC 2046), outermost first; text in which every character is one byte. Too deep nesting is a `limit` error. */
export function emailParts(text: string, depth = 0): readonly EmailPart[] {
  if (depth > deepest) throw new FormulaError('limit', `A message has parts nested more than ${deepest} levels deep.`);
  const { fields, body } = readEmailHeader(text);
  const type = parameterizedField(emailField(fields, 'content-type') ?? 'text/plain');
  const boundary = type.parameters.get('boundary');
  if (type.value.startsWith('multipart/') && boundary !== undefined) {
    return splitBody(body, boundary).flatMap((part) => emailParts(part, depth + 1));
  }
  const disposition = parameterizedField(emailField(fields, 'content-disposition') ?? '');
  const filename = disposition.parameters.get('filename') ?? type.parameters.get('name');
  const value = type.value === '' ? 'text/plain' : type.value;
  const isAttachment = disposition.value === 'attachment' || filename !== undefined || !value.startsWith('text/');
  const contents = transferDecoded(body, (emailField(fields, 'content-transfer-encoding') ?? '').trim().toLowerCase());
  return [{ type: value, charset: type.parameters.get('charset'), filename, isAttachment, contents }];
}

/** The text of a part, its lines ended by `\n`. */
export function partText({ contents, charset }: EmailPart): string {
  return charsetText(contents, charset).replaceAll('\r\n', '\n');
}

// The line break before a boundary belongs to the boundary.
function splitBody(body: string, boundary: string): readonly string[] {
  const parts: string[] = [];
  let current: string[] | undefined;
  for (const line of body.split(/(?<=\n)/)) {
    const mark = line.trimEnd();
    const isEnd = mark === `--${boundary}--`;
    if (!isEnd && mark !== `--${boundary}`) {
      current?.push(line);
      continue;
    }
    if (current !== undefined) parts.push(current.join('').replace(/\r?\n$/, ''));
    current = isEnd ? undefined : [];
    if (isEnd) break;
  }
  if (current !== undefined) parts.push(current.join(''));
  return parts;
}

function transferDecoded(body: string, encoding: string): Uint8Array {
  if (encoding === 'base64') return lenientBase64Bytes(body);
  return encoding === 'quoted-printable' ? quotedPrintableBytes(body) : latin1Bytes(body);
}
