import { authorizationOf, basicPair, bearerToken } from '../credentials-of.ts';
import { defineRoute } from '../define-route.ts';
import type { SandboxAnswer, SandboxRequest, SandboxRoute } from '../route.ts';

const user = 'reader@sandbox.example';
const password = 'pa>>ss??81c6';
const tickets = { issues: [{ key: 'OPS-1' }] };
const header = { headers: { Authorization: 'Basic <<CREDENTIAL.tickets>>' } };
const encode = (text: string): string => Buffer.from(text).toString('base64');

const missing: SandboxAnswer = {
  status: 401,
  headers: { 'WWW-Authenticate': 'Basic realm="Tickets"' },
  body: { message: 'Client must be authenticated to access this resource.' },
};
const wrong: SandboxAnswer = {
  status: 401,
  headers: { 'WWW-Authenticate': 'Basic realm="Tickets"' },
  body: { message: 'Invalid user name or password' },
};
const malformed: SandboxAnswer = { status: 400, body: { message: 'The Basic credentials cannot be decoded' } };
const forbidden: SandboxAnswer = { status: 403, body: { message: 'The user may not browse this project' } };

/** Unlike most servers it says which of the two went wrong; `strange` is its answer to what is no pair. */
function requirePair(request: SandboxRequest, pair: string, strange: SandboxAnswer): SandboxAnswer | null {
  if (authorizationOf(request) === null) return missing;
  const given = basicPair(request);
  if (given === null) return strange;
  return `${given.user}:${given.password}` === pair ? null : wrong;
}

const answer = (request: SandboxRequest): SandboxAnswer =>
  requirePair(request, `${user}:${password}`, malformed) ?? { status: 200, body: tickets };

export const basicFormatRoutes: readonly SandboxRoute[] = [
  defineRoute({
    name: 'basic-double-encoded',
    title: 'an encoded pair that is encoded once more',
    answer: (request) => requirePair(request, `${user}:${password}`, missing) ?? { status: 200, body: tickets },
    options: { headers: { Authorization: 'Basic <<BASE64_ENCODE(CREDENTIAL.tickets)>>' } },
    credentials: { tickets: encode(`${user}:${password}`) },
    recorded: missing,
    cause: 'basic-double-encoded',
  }),
  defineRoute({
    name: 'basic-no-colon',
    title: 'a key encoded without the colon that ends the user name',
    answer: (request) => requirePair(request, 'sandbox-key-55aa:', missing) ?? { status: 200, body: tickets },
    options: header,
    credentials: { tickets: encode('sandbox-key-55aa') },
    recorded: missing,
    cause: 'basic-no-colon',
  }),
  defineRoute({
    name: 'basic-url-safe',
    title: 'a pair encoded with the alphabet for addresses',
    answer,
    options: header,
    credentials: { tickets: Buffer.from(`${user}:${password}`).toString('base64url') },
    recorded: malformed,
    cause: 'basic-url-safe',
  }),
  defineRoute({
    name: 'basic-newline',
    title: 'an end of line that was pasted with the password',
    answer,
    options: { basic_auth: [user, '<<CREDENTIAL.tickets_password>>'] },
    credentials: { tickets_password: `${password}\n` },
    recorded: wrong,
    cause: 'credential-whitespace',
  }),
  defineRoute({
    name: 'basic-scheme-missing',
    title: 'an encoded pair without Basic before it',
    answer: (request) => (authorizationOf(request)?.scheme === 'basic' ? answer(request) : missing),
    options: { headers: { Authorization: '<<CREDENTIAL.tickets>>' } },
    credentials: { tickets: encode(`${user}:${password}`) },
    recorded: missing,
    cause: 'scheme-missing',
  }),
  defineRoute({
    name: 'basic-as-bearer',
    title: 'an encoded pair sent as Bearer',
    answer: (request) => (authorizationOf(request)?.scheme === 'basic' ? answer(request) : missing),
    options: { headers: { Authorization: 'Bearer <<CREDENTIAL.tickets>>' } },
    credentials: { tickets: encode(`${user}:${password}`) },
    recorded: missing,
    cause: 'scheme-wrong',
  }),
  defineRoute({
    name: 'basic-wrong-password',
    title: 'a well-formed pair with a password that was changed',
    answer,
    options: { basic_auth: [user, '<<CREDENTIAL.tickets_password>>'] },
    credentials: { tickets_password: 'pass-before-the-change' },
    recorded: wrong,
    cause: 'credential-rejected',
    notCause: 'basic-not-encoded',
  }),
  defineRoute({
    name: 'basic-encoded-password',
    title: 'a password that is base64 itself, and no permission',
    answer: (request) => requirePair(request, `${user}:${encode('a random password')}`, malformed) ?? forbidden,
    options: { basic_auth: [user, '<<CREDENTIAL.tickets_password>>'] },
    credentials: { tickets_password: encode('a random password') },
    recorded: forbidden,
    cause: 'permission-missing',
    notCause: 'basic-double-encoded',
  }),
  defineRoute({
    name: 'basic-empty-password',
    title: 'a key with an empty password, as it should be, and no permission',
    answer: (request) => requirePair(request, 'sandbox-key-55aa:', malformed) ?? forbidden,
    options: header,
    credentials: { tickets: encode('sandbox-key-55aa:') },
    recorded: forbidden,
    cause: 'permission-missing',
    notCause: 'basic-no-colon',
  }),
  defineRoute({
    name: 'basic-standard-alphabet',
    title: 'a pair in the right alphabet with an old password',
    answer,
    options: header,
    credentials: { tickets: encode(`${user}:old>>pass??word`) },
    recorded: wrong,
    cause: 'credential-rejected',
    notCause: 'basic-url-safe',
  }),
  defineRoute({
    name: 'basic-overridden',
    title: 'basic_auth that an old Authorization header keeps from being sent',
    answer: (request) => (authorizationOf(request)?.scheme === 'basic' ? answer(request) : missing),
    options: {
      basic_auth: [user, '<<CREDENTIAL.tickets_password>>'],
      headers: { Authorization: 'Bearer <<CREDENTIAL.old_token>>' },
    },
    credentials: { tickets_password: password, old_token: 'sandbox-token-of-another-api' },
    recorded: missing,
    cause: 'auth-overridden',
    notCause: 'scheme-wrong',
  }),
  defineRoute({
    name: 'basic-beside-bearer',
    title: 'basic_auth beside a header that is the right one, and no permission',
    answer: (request) => {
      const given = bearerToken(request);
      if (given === null) return missing;
      return given === 'sandbox-token-c3d5' ? forbidden : wrong;
    },
    options: { basic_auth: [user, '<<CREDENTIAL.tickets_password>>'], headers: { Authorization: 'Bearer <<CREDENTIAL.token>>' } },
    credentials: { tickets_password: password, token: 'sandbox-token-c3d5' },
    recorded: forbidden,
    cause: 'permission-missing',
    notCause: 'auth-overridden',
  }),
];
