import { describe, expect, it } from 'vitest';
import { call, errorOf, jsonOf } from './conversion-world.ts';

const alternative = [
  'Delivered-To: john@example.com',
  'Received: one',
  'Received: two',
  ' folded',
  'Date: Fri, 20 Jan 2023 01:00:37 +0100',
  'From: =?UTF-8?Q?J=C3=B6hn?= Smith <john@example.com>',
  'To: "Doe, Jane" <jane@example.com>, bob@example.com',
  'Message-ID: <1@example.com>',
  'Subject: =?iso-8859-1?Q?caf=E9?= =?UTF-8?B?4oKs?=',
  'Content-Type: multipart/mixed; boundary="outer"',
  '',
  'preamble',
  '--outer',
  'Content-Type: multipart/alternative; boundary=inner',
  '',
  '--inner',
  'Content-Type: text/plain; charset=iso-8859-1',
  'Content-Transfer-Encoding: quoted-printable',
  '',
  'caf=E9 =',
  'au lait',
  '--inner',
  'Content-Type: text/html; charset=UTF-8',
  '',
  '<p>café</p>',
  '',
  '--inner--',
  '--outer',
  'Content-Type: application/octet-stream',
  "Content-Disposition: attachment; filename*0*=utf-8''%E2%82%AC; filename*1=.bin",
  'Content-Transfer-Encoding: base64',
  '',
  '/9j/',
  '4A==',
  '--outer--',
].join('\r\n');

describe('EML_PARSE', () => {
  it('gives addresses, date, decoded subject, headers, body and files', () => {
    expect(jsonOf('EML_PARSE(text)', { text: alternative })).toEqual({
      to: ['jane@example.com', 'bob@example.com'],
      from: 'john@example.com',
      cc: [],
      subject: 'café€',
      date: '2023-01-20T01:00:37+01:00',
      message_id: '1@example.com',
      headers: expect.objectContaining({
        Received: ['one', 'two folded'],
        From: 'Jöhn Smith <john@example.com>',
        'Delivered-To': 'john@example.com',
      }),
      body: '<p>café</p>\n',
      attachments: [
        expect.objectContaining({
          filename: '€.bin',
          content_type: 'application/octet-stream',
          sizeinbytes: 4,
          base64encodedcontents: '/9j/4A==',
        }),
      ],
    });
  });

  it('gives both bodies where that is asked', () => {
    const both = jsonOf('EML_PARSE(text, single_body: FALSE)', { text: alternative });
    expect(both).toMatchObject({ body_html: '<p>café</p>\n', body_text: 'café au lait' });
    expect(both).not.toHaveProperty('body');
  });

  it('gives an address that is none as it is written', () => {
    const text = 'From: John Smith john@example.com\nTo: undisclosed-recipients:;\nCc: a@b.c (comment)\n\nhi';
    expect(jsonOf('EML_PARSE(text)', { text })).toMatchObject({
      from: 'John Smith john@example.com',
      to: [],
      cc: ['a@b.c'],
      body: 'hi',
    });
  });

  it('reads bytes that are no UTF-8 by their charset', () => {
    const bytes = Uint8Array.from(
      Buffer.from('Subject: caf\xe9\nContent-Type: text/plain; charset=windows-1252\n\n\x80', 'latin1'),
    );
    const parsed = call('EML_PARSE', bytes);
    expect(parsed instanceof Map && [parsed.get('subject'), parsed.get('body')]).toEqual(['café', '€']);
  });

  it('gives NULL and nothing for what a text lacks', () => {
    expect(jsonOf('EML_PARSE("just text")')).toMatchObject({
      from: null,
      subject: null,
      date: null,
      headers: {},
      body: '',
      attachments: [],
    });
  });

  it('stops at parts nested without end', () => {
    const levels = Array.from({ length: 30 }, (_, level) => `Content-Type: multipart/mixed; boundary=b${level}\n\n--b${level}\n`);
    expect(errorOf('EML_PARSE(text)', { text: levels.join('') }).kind).toBe('limit');
  });
});
