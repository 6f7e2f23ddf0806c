import { describe, expect, it } from 'vitest';
import type { Difference } from '../../../src/model/difference.ts';
import type { Report } from '../../../src/model/report.ts';
import { findIssuedSecrets } from '../../../src/secrets/find-issued-secrets.ts';
import { working } from '../report/sample-reports.ts';

type Headers = readonly (readonly [string, string])[];

function answered(text: string, headers: Headers = [], differences: readonly Difference[] = []): Report {
  const response = { status: 200, headers, body: { kind: 'text', text, size: text.length, truncated: false } } as const;
  return { ...working, outcomes: { tines: { status: 'recorded', response } }, differences };
}

const found = (...answer: Parameters<typeof answered>): readonly string[] =>
  findIssuedSecrets(answered(...answer)).map(({ label, value }) => `${label}: ${value}`);

describe('what a server hands out is found', () => {
  it.each([
    ['in JSON', '{"data":{"access_token":"at.93kd02mfQPwz"}}', ['issued access_token: at.93kd02mfQPwz']],
    ['in JSON in JSON', JSON.stringify({ a: '{"refresh_token":"rt-0f9e8d7c6b5a"}' }), ['issued refresh_token: rt-0f9e8d7c6b5a']],
    ['in a form', 'access_token=gh_A1b2C3d4E5&token_type=bearer', ['issued access_token: gh_A1b2C3d4E5']],
    ['in XML', '<r><ns:SessionId x="1">00D5e000001abcd!AQ</ns:SessionId></r>', ['issued SessionId: 00D5e000001abcd!AQ']],
    ['in a hidden field', '<input type="hidden" name="csrf_token" value="p9Xk2mQ7vR">', ['issued csrf_token: p9Xk2mQ7vR']],
    ['in a hidden field, the other way round', "<input value='p9Xk2mQ7vR' name='csrf_token'>", ['issued csrf_token: p9Xk2mQ7vR']],
    [
      'in a list of names and values',
      '[{"name":"X-Auth-Token","value":"gAAAAABk9Zx8y7"}]',
      ['issued X-Auth-Token: gAAAAABk9Zx8y7'],
    ],
    ['in a header that is repeated', '{"headers":{"Set-Cookie":["sid=a1B2c3D4e5; Path=/"]}}', ['issued sid: a1B2c3D4e5']],
    ['in JSON that is cut off', '{"ok":true,"access_token":"at.93kd02mfQPwz', ['issued access_token: at.93kd02mfQPwz']],
    ['in an address', '{"next":"https://a.test/cb?code=4a0AX4XfWh1b2c3d4&x=1"}', ['issued code: 4a0AX4XfWh1b2c3d4']],
    [
      'as the signature of a JWT alone',
      '{"id_token":"eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.c2lnbmF0dXJl"}',
      ['signature: c2lnbmF0dXJl'],
    ],
  ])('%s', (_, text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it('in header fields, encoded values decoded', () => {
    const headers: Headers = [
      ['Set-Cookie', 'session=s%3Aabc123.def; HttpOnly'],
      ['X-Subject-Token', 'gAAAAABk9Zx8y7'],
      ['Location', 'https://a.test/cb#access_token=at.93kd02mfQPwz&x=1'],
    ];
    expect(found('', headers)).toEqual([
      'issued session: s:abc123.def',
      'issued X-Subject-Token: gAAAAABk9Zx8y7',
      'issued access_token: at.93kd02mfQPwz',
    ]);
  });

  it('in the values of differences, by their path; two values have two labels', () => {
    const differences: readonly Difference[] = [
      {
        between: ['curl', 'postman'],
        path: 'response.body/a/0/token',
        values: ['"t0k-one-11"', '"t0k-two-22"'],
        change: 'changed',
      },
      {
        between: ['curl', 'postman'],
        path: 'response.headers.set-cookie',
        values: ['a=A1b2C3d4; Path=/, b=Z9y8X7w6; Expires=Wed, 21 Oct 2026 07:28:00 GMT', null],
        change: 'removed',
      },
    ];
    expect(found('', [], differences)).toEqual([
      'issued token: t0k-one-11',
      'issued token 2: t0k-two-22',
      'issued a: A1b2C3d4',
      'issued b: Z9y8X7w6',
    ]);
  });

  it.each([
    '{"error":"invalid_token","token":"missing","password":"is required","next_page_token":"abc123def456"}',
    '{"token_type":"bearer","expires_in":3600,"auth":"required","credential":"invalid_credentials"}',
    '{"authorization":"https://a.test/authorize","pin":123456,"secret":"********","token":null}',
    'the token is wrong; password=',
    '<p>token</p><token></token>',
  ])('words, numbers, addresses and masks are none: %s', (text) => {
    expect(found(text)).toEqual([]);
  });
});
