import { describe, expect, test } from 'vitest';
import type { Answer } from '../../../src/diagnose/answers/answer.ts';
import { collectMessages } from '../../../src/diagnose/evidence/words/collect-messages.ts';
import { errorUnderSuccess } from '../../../src/diagnose/evidence/words/error-under-success.ts';
import { isLoginAddress } from '../../../src/diagnose/evidence/words/is-login-page.ts';
import { isSoapFault, xmlError } from '../../../src/diagnose/evidence/words/xml-error.ts';

const envelope = (body: string) =>
  `<?xml version="1.0"?><s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>${body}</s:Body></s:Envelope>`;
const fault = envelope('<s:Fault><faultcode>wsse:FailedAuthentication</faultcode><faultstring>Not you</faultstring></s:Fault>');

describe('an error of XML is told by its root', () => {
  test.each([
    [fault, 'Not you'],
    ["<response status = 'error' code = '403'><result><msg>Invalid Credential</msg></result></response>", 'Invalid Credential'],
    [
      '<rsp stat="fail"><err code="100" msg="Invalid API Key (Key has invalid format)" /></rsp>',
      'Invalid API Key (Key has invalid format)',
    ],
    ['<!-- made up --><Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>', 'Access Denied'],
  ])('%s', (text, message) => {
    expect(xmlError(text)).toBe(message);
  });

  test.each([
    envelope('<GetItemsResponse><status>failed</status></GetItemsResponse>'),
    '<response status="success"><result/></response>',
    '<errors/>',
    '<jobs><job><error>disk full</error></job></jobs>',
    '<!DOCTYPE html><html><body>error</body></html>',
    '{"error":"x"}',
    '',
  ])('and no other body is one: %s', (text) => {
    expect(xmlError(text)).toBeNull();
  });

  test('a fault of SOAP is told from other envelopes', () => {
    expect([isSoapFault(fault), isSoapFault(envelope('<ok/>')), isSoapFault('<Fault/>')]).toEqual([true, false, false]);
  });
});

const answer = (body: unknown, status = 200): Answer => ({
  status,
  headers: [],
  text: typeof body === 'string' ? body : JSON.stringify(body),
  json: typeof body === 'string' ? undefined : body,
  hops: [],
});

describe('an error under a success', () => {
  test.each([
    [{ status: 'error', message: 'Invalid API key' }, 'Invalid API key'],
    [{ error: 'token has expired' }, 'token has expired'],
    [{ code: 401, message: 'Missing access token in request' }, 'Missing access token in request'],
    [
      '<html><head><title>Request Rejected</title></head><body>The requested URL was rejected. Please consult with your administrator.</body></html>',
      'a page of a firewall',
    ],
  ])('%j', (body, message) => {
    expect(errorUnderSuccess(answer(body), null)).toBe(message);
  });

  test.each([
    { status: 'failed', message: 'the job has failed', log: 'the disk is full' },
    { error: 'disk full' },
    { error: null, message: 'Invalid API key' },
    { items: [{ error: 'token has expired' }] },
    '<html><head><title>Rejected requests of the week</title></head><body>none</body></html>',
  ])('is none where the body only speaks of other things: %j', (body) => {
    expect(errorUnderSuccess(answer(body), null)).toBeNull();
  });

  test('is none under another status', () => {
    expect(errorUnderSuccess(answer({ error: 'token has expired' }, 401), null)).toBeNull();
  });
});

test('a validation’s place and message are one sentence', () => {
  const detail = [
    { type: 'missing', loc: ['header', 'x-token'], msg: 'Field required', input: null },
    { type: 'missing', loc: ['query', 'api_key'], msg: 'Field required', input: null },
    { type: 'int_type', loc: ['body', 'items', 0, 'count'], msg: 'Input should be a valid integer', input: 'x' },
  ];
  expect(collectMessages(answer({ detail }, 422))).toEqual([
    'header x-token: Field required',
    'query parameter api_key: Field required',
    'body items.0.count: Input should be a valid integer',
  ]);
});

test.each([
  ['/users/sign_in', true],
  ['/login?next=%2Fitems', true],
  ['https://login.microsoftonline.com/common/oauth2/v2.0/authorize?client_id=x', true],
  ['https://team.cloudflareaccess.com/cdn-cgi/access/login/app.example.com', true],
  ['https://sso.example.com/adfs/ls/?SAMLRequest=x', true],
  ['/Account/Login?ReturnUrl=%2Fitems', true],
  ['/items/', false],
  ['https://cdn.example.com/blogs/loginfo.json', false],
  ['https://api.example.com/logins/7', false],
  ['http://[', false],
])('%s leads to a page to sign in: %s', (location, expected) => {
  expect(isLoginAddress(location, 'https://api.example.com/items')).toBe(expected);
});
