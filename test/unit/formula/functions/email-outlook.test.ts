import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FormulaError } from '../../../../src/formula/syntax/formula-error.ts';
import { jsonText } from '../../../../src/formula/values/json-text.ts';
import type { Value } from '../../../../src/model/value.ts';
import { type OutlookParts, outlookFile, type Property } from '../../../support/outlook-file.ts';
import { call } from './conversion-world.ts';

const sender: readonly Property[] = [
  ['0C1A001F', 'Jöhn Smith'],
  ['0C1E001F', 'SMTP'],
  ['0C1F001F', 'john@example.com'],
];
const recipient = (type: number, name: string, address: string): readonly Property[] => [
  ['0C150003', type],
  ['3001001F', name],
  ['39FE001F', address],
];

const message: OutlookParts = {
  properties: [
    ...sender,
    ['0037001F', 'Ünïcode subject'],
    ['1000001F', 'Hello\r\n'],
    ['10130102', Buffer.from('<p>caf\u00e9</p>\r\n', 'latin1')],
    ['3FDE0003', 28591],
    ['1035001F', '<c58b1b@example.com>'],
    ['0070001F', 'thread'],
    ['0E060040', new Date('2017-06-01T15:24:31Z')],
  ],
  recipients: [
    recipient(1, 'Jane, Dr. Doe', 'jane@example.com'),
    recipient(1, 'bob@example.com', 'bob@example.com'),
    recipient(2, 'C', 'c@example.com'),
  ],
  attachments: [
    {
      properties: [
        ['3707001F', 'report.bin'],
        ['370E001F', 'image/png'],
        ['37010102', Buffer.alloc(9000, 7)],
      ],
    },
    {
      properties: [['3001001F', 'inner mail']],
      message: {
        properties: [
          ['0037001F', 'inner subject'],
          ['1000001F', 'inner body'],
        ],
      },
    },
  ],
};

describe('MSG_PARSE', () => {
  it('gives an Outlook message in the shape of EML_PARSE', () => {
    expect(parsed(outlookFile(message))).toEqual({
      to: ['jane@example.com', 'bob@example.com'],
      from: 'john@example.com',
      cc: ['c@example.com'],
      subject: 'Ünïcode subject',
      date: '2017-06-01T15:24:31+00:00',
      message_id: 'c58b1b@example.com',
      headers: {
        From: '"Jöhn Smith" <john@example.com>',
        To: '"Jane, Dr. Doe" <jane@example.com>, bob@example.com',
        Cc: '"C" <c@example.com>',
        Subject: 'Ünïcode subject',
        Date: 'Thu, 01 Jun 2017 15:24:31 +0000',
        'Message-ID': '<c58b1b@example.com>',
        'Thread-Topic': 'thread',
      },
      body: '<p>café</p>\n',
      attachments: [
        expect.objectContaining({
          filename: 'report.bin',
          content_type: 'image/png',
          sizeinbytes: 9000,
          base64encodedcontents: Buffer.alloc(9000, 7).toString('base64'),
        }),
        expect.objectContaining({ filename: 'inner mail.msg', content_type: 'application/vnd.ms-outlook' }),
      ],
    });
  });

  it('gives both bodies where one is not enough', () => {
    expect(parsed(outlookFile(message), undefined, false)).toMatchObject({ body_html: '<p>café</p>\n', body_text: 'Hello\n' });
  });

  it('gives a message inside of a message as a file that it can read itself', () => {
    const { attachments } = parsed(outlookFile(message)) as { attachments: { base64encodedcontents: string }[] };
    const inner = Buffer.from(attachments[1]?.base64encodedcontents ?? '', 'base64');
    expect(parsed(inner)).toMatchObject({ subject: 'inner subject', body: 'inner body', from: null, to: [] });
  });

  it.each([
    [undefined, 'one;'],
    [true, 'one; two'],
  ])('with extract_multiline_headers %s ends a header field of several lines at %s', (flag, expected) => {
    const headers =
      'Received: one;\r\n\ttwo\r\nDate: Fri, 20 Jan 2023 01:00:37 +0100\r\nMessage-ID: <1@sent>\r\nFrom: a@b.c\r\n\r\n';
    const sent = outlookFile({
      properties: [
        ['007D001F', headers],
        ['0E060040', new Date(0)],
        ['1035001F', '<2@kept>'],
      ],
    });
    expect(parsed(sent, flag)).toMatchObject({
      headers: { Received: expected },
      date: '2023-01-20T01:00:37+01:00',
      message_id: '1@sent',
      from: 'a@b.c',
      body: '',
    });
  });

  it('reads text in the code page that the message names', () => {
    const cyrillic: readonly Property[] = [
      ['0037001E', Buffer.from([0xcf, 0xf0, 0xe8])],
      ['3FFD0003', 1251],
    ];
    expect(parsed(outlookFile({ properties: cyrillic }))).toMatchObject({ subject: 'При' });
    expect(parsed(outlookFile({ properties: [['0037001E', Buffer.from([0x80, 0xe9])]] }))).toMatchObject({ subject: '€é' });
  });

  it('names the sender of an organisation without an address of the Internet', () => {
    const properties: readonly Property[] = [
      ['0C1A001F', 'Jane'],
      ['0C1E001F', 'EX'],
      ['0C1F001F', '/O=ORG/CN=JANE'],
    ];
    expect(parsed(outlookFile({ properties }))).toMatchObject({ from: 'Jane', headers: { From: 'Jane' } });
  });

  it.each([
    ['text', 'hello'],
    ['nothing but the signature', Uint8Array.from(Buffer.from('d0cf11e0a1b11ae1', 'hex'))],
    ['the first half of a message', Uint8Array.from(outlookFile(message).subarray(0, 3000))],
  ])('refuses %s', (_, file) => {
    expect(() => call('MSG_PARSE', file)).toThrow(FormulaError);
  });

  it.each([
    ['chain of the directory', directoryLoop],
    ['tree of entries', siblingLoop],
    ['size of a stream', hugeStream],
    ['number of tables', hugeTable],
  ])('stops at a %s that never ends', (_, damage) => {
    const file = outlookFile(message);
    damage(file);
    expect(() => call('MSG_PARSE', Uint8Array.from(file))).toThrow(
      /^Invalid argument to MSG_PARSE, expected the contents of an Outlook message/,
    );
  });

  it('reads any damaged file or says that it cannot', () => {
    const whole = outlookFile({ ...message, attachments: message.attachments?.slice(1) ?? [] });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(whole.length - 4), fc.oneof(fc.integer(), fc.integer({ min: -3, max: 60 }))), { maxLength: 6 }),
        (changes) => {
          const file = Buffer.from(whole);
          for (const [offset, value] of changes) file.writeInt32LE(value | 0, offset - (offset % 4));
          try {
            call('MSG_PARSE', Uint8Array.from(file));
          } catch (error) {
            expect(error).toBeInstanceOf(FormulaError);
          }
        },
      ),
      { numRuns: Number(process.env.FUZZ_RUNS ?? 300) },
    );
  });
});

function parsed(file: Buffer, ...options: readonly (Value | undefined)[]): unknown {
  return JSON.parse(jsonText(call('MSG_PARSE', Uint8Array.from(file), ...options)));
}

function directoryStart(file: Buffer): number {
  return (file.readInt32LE(48) + 1) * 512;
}

function directoryLoop(file: Buffer): void {
  const sector = file.readInt32LE(48);
  const fat = (file.readInt32LE(76) + 1) * 512;
  file.writeInt32LE(sector, fat + 4 * sector);
}

function siblingLoop(file: Buffer): void {
  const first = directoryStart(file) + 128 * file.readInt32LE(directoryStart(file) + 76);
  file.writeInt32LE(file.readInt32LE(directoryStart(file) + 76), first + 72);
}

function hugeStream(file: Buffer): void {
  const root = directoryStart(file);
  const child = root + 128 * file.readInt32LE(root + 76);
  file.writeInt32LE(0x7fffffff, (file.readUInt8(child + 66) === 2 ? child : root + 128 * file.readInt32LE(child + 76)) + 120);
}

function hugeTable(file: Buffer): void {
  file.writeInt32LE(0x7fffffff, 44);
}
