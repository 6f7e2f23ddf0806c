import type { CaseRequest } from './diagnose-case.ts';
import { basic, bearerOf, challenged, fakeJwt, good, token } from './fake-credentials.ts';
import type { Scenario } from './scenarios.ts';

const get = { url: '{origin}/items', method: 'get' };
const bearer = { ...get, headers: { Authorization: 'Bearer <<CREDENTIAL.acme>>' } };
const pair = { ...get, headers: { Authorization: 'Basic <<CREDENTIAL.acme>>' } };
const write = { method: 'post', content_type: 'json', payload: { name: 'x' } };
const right = basic('alice:wonder4land');
const isRight = ({ headers }: CaseRequest) => headers.authorization === right;
const page = (status: number, phrase: string) => ({
  status,
  headers: { 'Content-Type': 'text/html' },
  body: `<html>\r\n<head><title>${status} ${phrase}</title></head>\r\n<body>\r\n<center><h1>${status} ${phrase}</h1></center>\r\n</body>\r\n</html>\r\n`,
});
const challenge = (scheme: string, body: unknown) => ({ status: 401, headers: { 'WWW-Authenticate': scheme }, body });

/** What real servers were seen to do. */
export const realServerScenarios: readonly Scenario[] = [
  {
    title: 'a server that answers 400 and nothing more to a header that it cannot read',
    cause: 'basic-not-encoded',
    confidence: 'confirmed',
    answer: (request) => {
      if (request.headers.authorization === undefined) return challenge('Basic realm="api"', { error: 'not_authorised' });
      return isRight(request) ? good : { status: 400 };
    },
    options: pair,
    credentials: { acme: 'alice:wonder4land' },
  },
  {
    title: 'a 400 and nothing more where the credential is well written is not about it',
    cause: 'unexplained',
    confidence: 'possible',
    answer: () => ({ status: 400 }),
    options: bearer,
    credentials: { acme: token },
  },
  {
    title: 'a quoted password whose base64 is padded',
    cause: 'credential-quoted',
    confidence: 'confirmed',
    answer: (request) => (isRight(request) ? good : challenge('Basic realm="api"', '')),
    options: { ...get, basic_auth: ['alice', '<<CREDENTIAL.acme>>'] },
    credentials: { acme: '"wonder4land"' },
  },
  {
    title: 'software run anywhere that could take Bearer, and whose challenge says Basic',
    cause: 'scheme-wrong',
    confidence: 'confirmed',
    answer: (request) =>
      isRight(request)
        ? good
        : {
            ...challenge('Basic realm="registry"', { errors: [{ code: 'UNAUTHORIZED', message: 'authentication required' }] }),
            headers: {
              'WWW-Authenticate': 'Basic realm="registry"',
              'Docker-Distribution-Api-Version': 'registry/2.0',
            },
          },
    options: bearer,
    credentials: { acme: right.slice('Basic '.length) },
  },
  {
    title: 'a token for another service than the challenge names',
    cause: 'wrong-audience',
    confidence: 'likely',
    answer: (request) =>
      challenged(
        `, service="registry.example", scope="repository:a/b:pull"${bearerOf(request) === null ? '' : ', error="invalid_token"'}`,
      ),
    options: bearer,
    credentials: { acme: fakeJwt({ iss: 'issuer', aud: 'another.example', exp: 1_900_000_000 }) },
  },
  {
    title: 'a JWT that is answered like one with a broken signature may be of another issuer',
    cause: 'credential-rejected',
    confidence: 'likely',
    answer: (request) => challenged(bearerOf(request) === null ? '' : ', error="invalid_token"'),
    options: bearer,
    credentials: { acme: fakeJwt({ iss: 'issuer', exp: 1_900_000_000 }) },
  },
  {
    title: 'a web server that shuts a path to everybody',
    cause: 'address-not-allowed',
    confidence: 'possible',
    answer: () => page(403, 'Forbidden'),
    options: bearer,
    credentials: { acme: token },
    most: 6,
  },
  {
    title: 'a method that is refused to everybody where the credential reads',
    cause: 'method-not-permitted',
    confidence: 'likely',
    answer: (request) => {
      if (request.method !== 'GET') return page(403, 'Forbidden');
      return isRight(request) ? good : challenge('Basic realm="members"', '');
    },
    options: { ...get, ...write, basic_auth: ['alice', '<<CREDENTIAL.acme>>'] },
    credentials: { acme: 'wonder4land' },
  },
  {
    title: 'a method that is refused to everybody where everybody reads is no proof',
    cause: 'address-not-allowed',
    confidence: 'possible',
    answer: ({ method }) => (method === 'GET' ? good : page(403, 'Forbidden')),
    options: { ...get, ...write, basic_auth: ['alice', '<<CREDENTIAL.acme>>'] },
    credentials: { acme: 'wonder4land' },
  },
  {
    title: 'Apache’s own sentence about permission says nothing of the credential',
    cause: 'address-not-allowed',
    confidence: 'possible',
    answer: () => ({
      ...page(403, 'Forbidden'),
      body: "<html><head><title>403 Forbidden</title></head><body><h1>Forbidden</h1><p>You don't have permission to access this resource.</p></body></html>",
    }),
    options: bearer,
    credentials: { acme: token },
  },
  {
    title: 'a User-Agent that is refused at an address where nothing is',
    cause: 'user-agent-blocked',
    confidence: 'likely',
    answer: ({ headers }) =>
      headers['user-agent']?.startsWith('Tines') === true ? page(403, 'Forbidden') : page(404, 'Not Found'),
    options: get,
  },
  {
    title: 'a server that does not know the method',
    cause: 'method-not-allowed',
    confidence: 'likely',
    answer: () => page(501, 'Not Implemented'),
    options: { ...get, ...write },
  },
  {
    title: 'a web server that answers 503 may be limiting',
    cause: 'server-error',
    confidence: 'likely',
    answer: () => page(503, 'Service Temporarily Unavailable'),
    options: get,
  },
  {
    title: 'a server that takes no HTTP/1.1',
    cause: 'http-version',
    confidence: 'confirmed',
    answer: () => ({ status: 426, headers: { Upgrade: 'h2c', Connection: 'Upgrade' }, body: 'upgrade' }),
    options: get,
    most: 0,
  },
  {
    title: 'a server that does not support the version of HTTP',
    cause: 'http-version',
    confidence: 'confirmed',
    answer: () => ({ status: 505, body: 'HTTP Version Not Supported' }),
    options: get,
    most: 0,
  },
  {
    title: 'half of a credential, and the server names the other half',
    cause: 'client-header',
    confidence: 'likely',
    answer: () => ({ status: 403, body: { error: 'Api-Username is missing' } }),
    options: { ...get, headers: { 'Api-Key': '<<CREDENTIAL.acme>>' } },
    credentials: { acme: token },
    settings: {
      hosts: [
        {
          name: 'Forum',
          hosts: ['127.0.0.1'],
          credentials: [{ place: 'header', name: 'Api-Key', scheme: '', prefixes: [], with: ['Api-Username'] }],
          source: 'https://example.com',
        },
      ],
    },
  },
];
