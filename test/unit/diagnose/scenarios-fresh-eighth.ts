import { bearerOf, fakeJwt, good, talkative } from './fake-credentials.ts';
import { bearer, get, isBearer, json, postPayload, withToken } from './scenario-parts.ts';
import type { Scenario } from './scenarios.ts';

const jwt = fakeJwt({ iss: 'https://login.example.com/', sub: '7', scope: 'read', exp: 1_900_000_000 });

/** Words that mislead: they speak of something else than the call's own credential. */
export const freshEighthScenarios: readonly Scenario[] = [
  {
    title: 'a service behind the server has an expired token, told by 500',
    cause: 'server-error',
    also: ['credential-expired'],
    confidence: 'likely',
    answer: (request) => talkative(request) ?? json(500, { message: 'upstream: token expired' }),
    options: get(),
    ...withToken,
  },
  {
    title: 'an invitation in the body has expired, told by 422',
    cause: 'unexplained',
    confidence: 'possible',
    answer: (request) => talkative(request) ?? json(422, { errors: ['Invitation token has expired'] }),
    options: postPayload({ invitation: 'abc' }),
    ...withToken,
  },
  {
    title: 'an invitation in the body has expired, told by 422 to a JWT',
    cause: 'credential-expired',
    also: ['unexplained', 'credential-rejected'],
    confidence: 'likely',
    answer: (request) =>
      bearerOf(request) === jwt ? json(422, { errors: ['Invitation token has expired'] }) : json(401, { error: 'unauthorized' }),
    options: postPayload({ invitation: 'abc' }),
    credentials: { acme: jwt },
  },
  {
    title: 'a field that may not be sent is called aud',
    cause: 'unexplained',
    also: ['content-type-mismatch'],
    confidence: 'possible',
    answer: (request) => talkative(request) ?? json(400, { message: '"aud" is not allowed' }),
    options: postPayload({ aud: 'x' }),
    ...withToken,
  },
  {
    title: 'a webhook in the body must use HTTPS',
    cause: 'unexplained',
    confidence: 'possible',
    answer: (request) => talkative(request) ?? json(400, { message: 'callback_url must be accessed over HTTPS' }),
    options: postPayload({ callback_url: 'http://hook.example' }),
    ...withToken,
  },
  {
    title: 'a client certificate that is uploaded is invalid',
    cause: 'unexplained',
    also: ['tls-client-certificate-required'],
    confidence: 'likely',
    answer: (request) => talkative(request) ?? json(400, { message: 'Invalid client certificate: not PEM' }),
    options: postPayload({ certificate: 'x' }),
    ...withToken,
  },
  {
    title: 'the state of another token is asked for, under a 200',
    cause: 'credential-expired',
    confidence: 'likely',
    answer: () => json(200, { valid: false, error: 'token has expired' }),
    options: postPayload({ token: 'other' }),
    ...withToken,
    most: 10,
  },
  {
    title: 'a redirect to an address with login in its name that is no page',
    cause: 'redirect-dropped-authorization',
    confidence: 'likely',
    answer: (request) =>
      request.path === '/items'
        ? { status: 302, headers: { Location: `${request.otherOrigin}/login/events` } }
        : (talkative(request) ?? good),
    options: get(),
    ...withToken,
  },
  {
    title: 'a SOAP fault about the body, under a 500',
    cause: 'server-error',
    also: ['unexplained'],
    confidence: 'likely',
    answer: () => ({
      status: 500,
      headers: { 'Content-Type': 'text/xml' },
      body: '<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body><soap:Fault><faultcode>soap:Client</faultcode><faultstring>Unmarshalling Error: unexpected element</faultstring></soap:Fault></soap:Body></soap:Envelope>',
    }),
    options: { ...get('/ws'), method: 'post', content_type: 'text/xml', payload: '<x/>' },
    ...withToken,
  },
  {
    title: 'an Accept header that the message only mentions',
    cause: 'not-found',
    also: ['client-header'],
    confidence: 'likely',
    answer: (request) =>
      isBearer(request)
        ? json(404, { message: 'Not found. Note: the Accept header is not read by this service' })
        : json(401, { message: 'no' }),
    options: get(),
    ...withToken,
  },
  {
    title: 'a validation that names a header which is sent',
    cause: 'unexplained',
    also: ['client-header', 'header-wrong', 'credential-rejected'],
    confidence: 'possible',
    answer: () =>
      json(422, {
        detail: [{ type: 'string_pattern', loc: ['header', 'x-tenant-id'], msg: 'String should match pattern', input: 'a' }],
      }),
    options: get('/items', { ...bearer, 'X-Tenant-Id': 'a' }),
    ...withToken,
  },
  {
    title: 'a limit of a parameter is exceeded, told by 400',
    cause: 'unexplained',
    also: ['payload-as-query'],
    confidence: 'possible',
    answer: (request) => talkative(request) ?? json(400, { message: 'limit exceeded the maximum of 100' }),
    options: get('/items?limit=500'),
    ...withToken,
  },
];
