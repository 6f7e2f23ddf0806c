import { authorizationOf, bearerToken } from '../credentials-of.ts';
import { defineRoute } from '../define-route.ts';
import { requireBearer } from '../require-bearer.ts';
import type { SandboxAnswer, SandboxRequest, SandboxRoute } from '../route.ts';

const token = 'sandbox-token-3f5b7a9c0e1d';
const bearer = { headers: { Authorization: 'Bearer <<CREDENTIAL.backups>>' } };
const post = { ...bearer, method: 'post', content_type: 'json', payload: { name: 'nightly' } };
const credentials = { backups: token };
const created: SandboxAnswer = { status: 201, body: { id: 'b1' } };
const isFinal = ({ path }: SandboxRequest): boolean => path.endsWith('/final') || path.endsWith('/');
const hop = (status: number, location: string): SandboxAnswer => ({ status, headers: { Location: location } });

const onlyPost: SandboxAnswer = { status: 405, headers: { Allow: 'POST' }, body: { error: 'method_not_allowed' } };
const onlyPut: SandboxAnswer = { status: 405, headers: { Allow: 'PUT' }, body: { error: 'method_not_allowed' } };
const noList: SandboxAnswer = { status: 404, body: { error: 'not_found', message: 'No such resource' } };
const forbidden: SandboxAnswer = { status: 403, body: { error: 'forbidden', message: 'The token may not read backups' } };
const gone: SandboxAnswer = { status: 404, body: { error: 'no_such_key', message: 'The file is not here any more' } };
const twoMechanisms: SandboxAnswer = {
  status: 400,
  headers: { 'Content-Type': 'application/xml' },
  body: '<Error><Code>InvalidArgument</Code><Message>Only one auth mechanism allowed</Message></Error>',
};
const loginPage: SandboxAnswer = {
  status: 200,
  headers: { 'Content-Type': 'text/html; charset=utf-8' },
  body: '<!DOCTYPE html><html><head><title>Log in</title></head><body><form method="post"><input type="password" name="password"></form></body></html>',
};

export const redirectRoutes: readonly SandboxRoute[] = [
  defineRoute({
    name: 'redirect-post-slash',
    title: 'a POST without the slash at the end, which a redirect turns into a GET',
    answer: (request) => {
      if (!isFinal(request)) return hop(301, `${request.origin}/classic/redirect-post-slash/`);
      return request.method === 'POST' ? (requireBearer(request, token) ?? created) : onlyPost;
    },
    options: post,
    credentials,
    recorded: onlyPost,
    cause: 'redirect-changed-method',
    notCause: 'method-not-allowed',
    verdict: 'tines-only',
  }),
  defineRoute({
    name: 'redirect-post-not-found',
    title: 'a POST that a redirect turns into a GET of something that is not there',
    answer: (request) => {
      if (!isFinal(request)) return hop(302, `${request.origin}/classic/redirect-post-not-found/final`);
      return requireBearer(request, token) ?? (request.method === 'POST' ? created : noList);
    },
    options: post,
    credentials,
    recorded: noList,
    cause: 'redirect-changed-method',
    notCause: 'not-found',
    verdict: 'tines-only',
  }),
  defineRoute({
    name: 'redirect-keeps-method',
    title: 'a redirect that keeps the POST, to an address that wants PUT',
    answer: (request) => {
      if (!isFinal(request)) return hop(307, `${request.origin}/classic/redirect-keeps-method/final`);
      return request.method === 'PUT' ? created : onlyPut;
    },
    options: post,
    credentials,
    recorded: onlyPut,
    cause: 'method-not-allowed',
    notCause: 'redirect-changed-method',
  }),
  defineRoute({
    name: 'redirect-other-host-says-403',
    title: 'a redirect to another host that answers 403 to who comes without a token',
    answer: (request) => {
      if (isFinal(request))
        return authorizationOf(request) === null
          ? { status: 403, body: { message: 'Missing Authentication Token' } }
          : { status: 200, body: { backups: [] } };
      return requireBearer(request, token) ?? hop(302, `${request.otherOrigin}/classic/redirect-other-host-says-403/final`);
    },
    options: bearer,
    credentials,
    recorded: { status: 403, body: { message: 'Missing Authentication Token' } },
    cause: 'redirect-dropped-authorization',
    notCause: 'permission-missing',
  }),
  defineRoute({
    name: 'redirect-same-host',
    title: 'a redirect on the same host, which keeps the token, and no permission',
    answer: (request) =>
      requireBearer(request, token) ??
      (isFinal(request) ? forbidden : hop(302, `${request.origin}/classic/redirect-same-host/final`)),
    options: bearer,
    credentials,
    recorded: forbidden,
    cause: 'permission-missing',
    notCause: 'redirect-dropped-authorization',
  }),
  defineRoute({
    name: 'redirect-to-file',
    title: 'a redirect to a signed address of another host, where the file is gone',
    answer: (request) => {
      if (isFinal(request)) return bearerToken(request) === null ? gone : twoMechanisms;
      return (
        requireBearer(request, token) ?? hop(302, `${request.otherOrigin}/classic/redirect-to-file/final?X-Amz-Signature=0a1b`)
      );
    },
    options: bearer,
    credentials,
    recorded: gone,
    cause: 'not-found',
    notCause: 'redirect-dropped-authorization',
    confidence: 'possible',
  }),
  defineRoute({
    name: 'redirect-to-login',
    title: 'a token without Bearer, for which the server shows its login page under 200',
    answer: (request) => {
      if (isFinal(request)) return loginPage;
      return requireBearer(request, token) === null
        ? { status: 200, body: { backups: [] } }
        : hop(302, `${request.origin}/classic/redirect-to-login/final`);
    },
    options: { headers: { Authorization: '<<CREDENTIAL.backups>>' } },
    credentials,
    recorded: loginPage,
    cause: 'scheme-missing',
  }),
];
