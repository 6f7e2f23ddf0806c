import { defineRoute } from '../define-route.ts';
import { requireBearer } from '../require-bearer.ts';
import type { SandboxAnswer, SandboxRoute } from '../route.ts';

const token = 'sandbox-token-8d2f4a6c0e1b';
const bearer = { headers: { Authorization: 'Bearer <<CREDENTIAL.gateway>>' } };
const credentials = { gateway: token };
const good: SandboxAnswer = { status: 200, body: { items: [{ id: 1 }] } };

/** A page of nginx about a request that it does not take (nginx, http_ssl_module and src/http/ngx_http_special_response.c). */
function page(title: string): SandboxAnswer {
  return {
    status: 400,
    headers: { 'Content-Type': 'text/html', Server: 'nginx' },
    body: `<html>\r\n<head><title>400 ${title}</title></head>\r\n<body>\r\n<center><h1>400 Bad Request</h1></center>\r\n<center>${title}</center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n`,
  };
}

const plainHttp = page('The plain HTTP request was sent to HTTPS port');
const noCertificate = page('No required SSL certificate was sent');
const wantsHttps: SandboxAnswer = { status: 400, body: { message: 'callback_url must be accessed over HTTPS' } };
const managed: SandboxAnswer = {
  status: 403,
  body: { message: 'Permission denied: client certificates are managed by administrators' },
};
const upgrade: SandboxAnswer = { status: 426, headers: { Upgrade: 'h2c' }, body: { message: 'This service speaks HTTP/2' } };
const oldClient: SandboxAnswer = {
  status: 426,
  body: { message: 'Upgrade Required: this version of the API is not served any more' },
};
const unacceptable: SandboxAnswer = {
  status: 406,
  body: { message: 'The Accept header must be application/vnd.sandbox.v2+json' },
};
const onlyMentioned: SandboxAnswer = {
  status: 404,
  body: { message: 'Not Found. Note: the Accept header is not read by this service' },
};
const noVersion: SandboxAnswer = {
  status: 400,
  body: { code: 'missing_version', message: 'The header Sandbox-Version is missing' },
};

/** What web servers and gateways say of a request before they look at its credential. */
export const webServerRoutes: readonly SandboxRoute[] = [
  defineRoute({
    name: 'server-plain-http',
    title: 'plain HTTP at a port of HTTPS',
    answer: () => plainHttp,
    options: bearer,
    credentials,
    recorded: plainHttp,
    cause: 'tls-other',
    notCause: 'credential-rejected',
  }),
  defineRoute({
    name: 'server-https-in-the-body',
    title: 'an address in the payload that must have HTTPS',
    answer: (request) => requireBearer(request, token) ?? wantsHttps,
    options: { ...bearer, method: 'post', content_type: 'json', payload: { callback_url: 'http://hook.example' } },
    credentials,
    recorded: wantsHttps,
    cause: 'unexplained',
    notCause: 'tls-other',
    confidence: 'possible',
  }),
  defineRoute({
    name: 'server-client-certificate',
    title: 'a server that got no client certificate',
    answer: () => noCertificate,
    options: bearer,
    credentials,
    recorded: noCertificate,
    cause: 'tls-client-certificate-required',
    notCause: 'tls-untrusted',
  }),
  defineRoute({
    name: 'server-certificate-forbidden',
    title: 'a certificate that a token may not upload',
    answer: (request) => requireBearer(request, token) ?? managed,
    options: { ...bearer, method: 'post', content_type: 'json', payload: { name: 'front' } },
    credentials,
    recorded: managed,
    cause: 'permission-missing',
    notCause: 'tls-client-certificate-required',
  }),
  defineRoute({
    name: 'server-http-2-only',
    title: 'a server that asks for HTTP/2',
    answer: () => upgrade,
    options: bearer,
    credentials,
    recorded: upgrade,
    cause: 'http-version',
  }),
  defineRoute({
    name: 'server-old-client',
    title: '426 about the version of the API and not of HTTP',
    answer: (request) => requireBearer(request, token) ?? oldClient,
    options: bearer,
    credentials,
    recorded: oldClient,
    cause: 'unexplained',
    notCause: 'http-version',
    confidence: 'possible',
  }),
  defineRoute({
    name: 'server-accept',
    title: 'a server that has nothing in the type that is accepted',
    answer: (request) =>
      requireBearer(request, token) ?? (request.headers.accept === 'application/vnd.sandbox.v2+json' ? good : unacceptable),
    options: bearer,
    credentials,
    recorded: unacceptable,
    cause: 'client-header',
    notCause: 'content-type-mismatch',
  }),
  defineRoute({
    name: 'server-accept-mentioned',
    title: 'an Accept header that the message only mentions',
    answer: (request) => requireBearer(request, token) ?? onlyMentioned,
    options: bearer,
    credentials,
    recorded: onlyMentioned,
    cause: 'not-found',
    notCause: 'client-header',
  }),
  defineRoute({
    name: 'server-version-header',
    title: 'a header for the version of the API that is missing',
    answer: (request) => requireBearer(request, token) ?? (request.headers['sandbox-version'] === undefined ? noVersion : good),
    options: bearer,
    credentials,
    recorded: noVersion,
    cause: 'client-header',
    notCause: 'unexplained',
    confidence: 'likely',
  }),
];
