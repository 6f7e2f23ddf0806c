import { expect, test } from 'vitest';
import { diagnoseCase } from './diagnose-case.ts';
import { challenged, good, silent, talkative, token } from './fake-credentials.ts';

const options = { url: '{origin}/items', method: 'get', headers: { Authorization: 'Bearer <<CREDENTIAL.acme>>' } };
const credentials = { acme: token };
const states = async (over: Partial<Parameters<typeof diagnoseCase>[0]>) => {
  const { checklist } = await diagnoseCase({ answer: () => good, options, credentials, ...over });
  expect(checklist.every(({ why }) => why.length > 5)).toBe(true);
  return Object.fromEntries(checklist.map(({ item, state }) => [item, state]));
};

test('a format that is wrong', async () => {
  expect(
    await states({
      answer: (request) => talkative(request) ?? good,
      options: { ...options, headers: { Authorization: '<<CREDENTIAL.acme>>' } },
    }),
  ).toEqual({ 'permissions-and-expiry': 'unknown', format: 'problem', method: 'unknown', 'outside-tines': 'problem' });
});

test('a permission that is missing: the format is shown to be right', async () => {
  expect(await states({ answer: (request) => talkative(request) ?? { status: 403, body: { message: 'Forbidden' } } })).toEqual({
    'permissions-and-expiry': 'problem',
    format: 'ok',
    method: 'unknown',
    'outside-tines': 'problem',
  });
});

test('an expired credential', async () => {
  expect(
    await states({ answer: () => challenged(', error="invalid_token", error_description="The token expired"') }),
  ).toMatchObject({ 'permissions-and-expiry': 'problem' });
});

test('a method that is not allowed', async () => {
  expect(await states({ answer: () => ({ status: 405, headers: { Allow: 'POST' } }) })).toMatchObject({
    method: 'problem',
    'outside-tines': 'problem',
  });
});

test('a server that says nothing leaves everything about the credential unknown', async () => {
  expect(await states({ answer: () => silent(false) })).toMatchObject({
    'permissions-and-expiry': 'unknown',
    format: 'unknown',
    method: 'unknown',
  });
});
