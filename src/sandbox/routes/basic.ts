import { basicPair } from '../credentials-of.ts';
import type { SandboxAnswer, SandboxRequest, SandboxRoute } from '../route.ts';

const user = 'tines';
const password = 'sandbox-pass-81c6';
const account = { account: 'tines', role: 'reader' };

function requirePair(request: SandboxRequest): SandboxAnswer {
  const pair = basicPair(request);
  if (pair?.user === user && pair.password === password) return { status: 200, body: account };
  return { status: 401, headers: { 'WWW-Authenticate': 'Basic realm="sandbox"' }, body: { error: 'unauthorized' } };
}

export const basicRoutes: readonly SandboxRoute[] = [
  {
    name: 'basic-success',
    title: 'Basic authentication that works',
    answer: requirePair,
    scenario: {
      action: {
        name: 'Read the account',
        options: { url: '{origin}/classic/basic-success', method: 'get', basic_auth: [user, '<<CREDENTIAL.account_password>>'] },
      },
      credentials: { account_password: password },
      tines: { status: 200, headers: { 'content-type': 'application/json; charset=utf-8' }, body: account },
      verdict: 'works',
    },
  },
  {
    name: 'basic-not-encoded',
    title: 'user and password after Basic, not encoded',
    answer: requirePair,
    scenario: {
      action: {
        name: 'Read the account without base64',
        options: {
          url: '{origin}/classic/basic-not-encoded',
          method: 'get',
          headers: { Authorization: `Basic ${user}:<<CREDENTIAL.account_password>>` },
        },
      },
      credentials: { account_password: password },
      tines: { status: 401, body: { error: 'unauthorized' } },
      verdict: 'not-tines',
      cause: 'basic-not-encoded',
    },
  },
];
