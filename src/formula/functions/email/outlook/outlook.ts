import type { FieldsData } from '@kenjiuno/msgreader';
import { FormulaError } from '../../../syntax/formula-error.ts';
import { invalidArgument } from '../../arguments.ts';
import { codepageCharset } from '../codepage.ts';
import type { EmailField } from '../header.ts';
import type { EmailPart } from '../part.ts';
import { checkedOutlookFile } from './container.ts';
import { outlookHeader } from './header.ts';
import { outlookLibrary } from './library.ts';

type Reader = InstanceType<ReturnType<typeof outlookLibrary>['default']>;

/** An Outlook message ([MS-OXMSG]) cut into its header and its parts. */
export interface OutlookMessage {
  readonly fields: readonly EmailField[];
  readonly parts: readonly EmailPart[];
}

/**
 * Reads an Outlook message. The header is the one it was sent with, overlaid by what Outlook keeps apart; header fields end at their
 * first line break unless `isMultiline`. What is no Outlook message, or a damaged one, is a FormulaError.
 */
export function readOutlookMessage(bytes: Uint8Array, isMultiline: boolean): OutlookMessage {
  const file = checkedOutlookFile(bytes);
  try {
    const { reader, data } = open(file);
    return { fields: outlookHeader(data, isMultiline), parts: [...bodies(data), ...attachments(reader, data)] };
  } catch (error) {
    if (error instanceof FormulaError) throw error;
    // The reader throws a RangeError where the file ends too early, and a TypeError where it points to nothing.
    throw invalidArgument('MSG_PARSE', 'the contents of an Outlook message (.msg)', 'a damaged one');
  }
}

// Text that is not Unicode is in the code page that the message names, which is known once it is read.
function open(file: Uint8Array<ArrayBuffer>): { readonly reader: Reader; readonly data: FieldsData } {
  const first = read(file, 'windows-1252');
  const charset = codepageCharset(first.data.messageCodepage ?? first.data.internetCodepage);
  return charset === undefined || charset === 'windows-1252' ? first : read(file, charset);
}

function read(file: Uint8Array<ArrayBuffer>, ansiEncoding: string): { readonly reader: Reader; readonly data: FieldsData } {
  const { default: MsgReader } = outlookLibrary();
  const reader = new MsgReader(file.buffer);
  reader.parserConfig = { ansiEncoding };
  return { reader, data: reader.getFileData() };
}

function bodies(data: FieldsData): readonly EmailPart[] {
  const { body, bodyHtml, html, internetCodepage } = data;
  const parts: EmailPart[] = [];
  if (html !== undefined) parts.push(bodyPart('text/html', html, codepageCharset(internetCodepage)));
  else if (bodyHtml !== undefined) parts.push(bodyPart('text/html', Buffer.from(bodyHtml), 'utf-8'));
  if (body !== undefined) parts.push(bodyPart('text/plain', Buffer.from(body), 'utf-8'));
  return parts;
}

function bodyPart(type: string, contents: Uint8Array, charset: string | undefined): EmailPart {
  return { type, charset, filename: undefined, isAttachment: false, contents };
}

function attachments(reader: Reader, data: FieldsData): readonly EmailPart[] {
  return (data.attachments ?? []).flatMap((attachment) => {
    const { innerMsgContent, dataId, fileName, fileNameShort, name, attachMimeTag } = attachment;
    if (innerMsgContent !== true && dataId === undefined) return [];
    const isMessage = innerMsgContent === true;
    const filename = isMessage ? `${name ?? 'message'}.msg` : (fileName ?? fileNameShort ?? name ?? 'attachment');
    const type = isMessage ? 'application/vnd.ms-outlook' : attachMimeTag || 'application/octet-stream';
    return [{ type, charset: undefined, filename, isAttachment: true, contents: reader.getAttachment(attachment).content }];
  });
}
