import type { FieldsData } from '@kenjiuno/msgreader';
import { type EmailField, emailField, readEmailHeader } from '../header.ts';

const folded = /\r?\n[ \t]+[^\r\n]*/g;

/** The header fields of an Outlook message, as their UTF-8 bytes; the rules are those of the library ruby-msg. */
export function outlookHeader(data: FieldsData, isMultiline: boolean): readonly EmailField[] {
  const sent = isMultiline ? data.headers : data.headers?.replaceAll(folded, '');
  const { fields } = readEmailHeader(bytesOf(`${sent ?? ''}\r\n\r\n`));
  const known = knownFields(data).filter(
    ([name, , isFallback]) => !isFallback || emailField(fields, name.toLowerCase()) === undefined,
  );
  const names = new Set(known.map(([name]) => name.toLowerCase()));
  return [
    ...known.map(([name, value]) => [name, bytesOf(value)] as const),
    ...fields.filter(([name]) => !names.has(name.toLowerCase())),
  ];
}

type KnownField = readonly [name: string, value: string, isFallback: boolean];

function knownFields(data: FieldsData): readonly KnownField[] {
  const { senderName, subject, messageId, conversationTopic } = data;
  const sender = senderAddress(data);
  const time = data.messageDeliveryTime ?? data.clientSubmitTime ?? data.lastModificationTime ?? data.creationTime;
  const fields: readonly (readonly [string, string | undefined, boolean])[] = [
    ['From', sender === undefined ? senderName : mailbox(senderName, sender), sender === undefined],
    ['To', recipients(data, 'to'), false],
    ['Cc', recipients(data, 'cc'), false],
    ['Bcc', recipients(data, 'bcc'), false],
    ['Subject', subject, false],
    ['Date', time?.replace(/GMT$/, '+0000'), true],
    ['Message-ID', messageId, true],
    ['Thread-Topic', conversationTopic, true],
  ];
  return fields.flatMap(([name, value, isFallback]) => (value === undefined || value === '' ? [] : [[name, value, isFallback]]));
}

// An address inside of Exchange (`/O=…`) is no address of the Internet.
function senderAddress({ senderSmtpAddress, sentRepresentingSmtpAddress, senderEmail }: FieldsData): string | undefined {
  return senderSmtpAddress ?? sentRepresentingSmtpAddress ?? (senderEmail?.includes('@') === true ? senderEmail : undefined);
}

function recipients(data: FieldsData, type: string): string | undefined {
  const found = (data.recipients ?? []).filter(({ recipType }) => recipType === type);
  return found.map(({ name, smtpAddress, email }) => mailbox(name, smtpAddress ?? email)).join(', ');
}

function mailbox(name: string | undefined, address: string | undefined): string {
  if (address === undefined || name === undefined || name === '' || name === address) return address ?? name ?? '';
  return `"${name.replaceAll('"', '')}" <${address}>`;
}

function bytesOf(text: string): string {
  return Buffer.from(text, 'utf8').toString('latin1');
}
