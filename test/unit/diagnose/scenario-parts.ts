import type { CaseAnswer, CaseRequest } from './diagnose-case.ts';
import { basic, bearerOf, token } from './fake-credentials.ts';

/** Header fields of an action or of an answer. */
export type Headers = Readonly<Record<string, string>>;

export const bearer = { Authorization: 'Bearer <<CREDENTIAL.acme>>' };
export const robot = { basic_auth: ['robot', '<<CREDENTIAL.acme>>'] };

/** The credential that the made-up servers accept, and one that they do not. */
export const withToken = { credentials: { acme: token } };
export const wrongToken = { credentials: { acme: 'tok_9Aw3nE5bTy6Uj1Ko' } };

export const isBearer = (request: CaseRequest) => bearerOf(request) === token;
export const isRobot = ({ headers }: CaseRequest) => headers.authorization === basic(`robot:${token}`);
export const given = ({ headers }: CaseRequest) => headers.authorization !== undefined;

/** The options of an action that gets something. */
export const get = (path = '/items', headers: Headers = bearer) => ({ url: `{origin}${path}`, method: 'get', headers });

/** The options of an action that posts something; `postPayload` where the place is the same everywhere. */
export const post = (path = '/items', headers: Headers = bearer, payload: unknown = { name: 'made up' }) => ({
  url: `{origin}${path}`,
  method: 'post',
  content_type: 'application_json',
  payload,
  headers,
});
export const postPayload = (payload?: unknown, headers?: Headers, type = 'application_json') => ({
  ...post('/items', headers, payload),
  content_type: type,
});

/** Answers of one media type. */
export const answerAs =
  (type: string) =>
  (status: number, body: unknown, headers: Headers = {}): CaseAnswer => ({
    status,
    body,
    headers: { 'Content-Type': type, ...headers },
  });
export const json = answerAs('application/json');

export const challenge = (value: string): Headers => ({ 'WWW-Authenticate': value });
