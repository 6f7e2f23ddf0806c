import { defineRoute } from '../define-route.ts';
import { requireBearer } from '../require-bearer.ts';
import type { SandboxAnswer, SandboxRoute } from '../route.ts';

const token = 'sandbox-token-7a9c0e1d3f5b';
const bearer = { headers: { Authorization: 'Bearer <<CREDENTIAL.scans>>' } };
const credentials = { scans: token };
const scans = { scans: [] };
const html = { 'Content-Type': 'text/html; charset=UTF-8' };

const cloudWall: SandboxAnswer = {
  status: 403,
  headers: { ...html, Server: 'CloudFront', 'X-Cache': 'Error from cloudfront' },
  body: '<HTML><HEAD><TITLE>ERROR: The request could not be satisfied</TITLE></HEAD><BODY><H1>403 ERROR</H1>Request blocked.</BODY></HTML>',
};
const scriptWall: SandboxAnswer = { status: 403, body: { error: 'forbidden', message: 'Automated clients are not welcome' } };
const everyone: SandboxAnswer = {
  status: 403,
  headers: { ...html, Server: 'AkamaiGHost' },
  body: '<HTML><HEAD><TITLE>Access Denied</TITLE></HEAD><BODY><H1>Access Denied</H1>You don’t have permission to access this server.</BODY></HTML>',
};
const agentNeeded: SandboxAnswer = {
  status: 403,
  body: 'Request forbidden by administrative rules. Please make sure your request has a User-Agent header that names your application.\r\n',
};

export const firewallRoutes: readonly SandboxRoute[] = [
  defineRoute({
    name: 'firewall-agent',
    title: 'a firewall that lets only browsers and known tools in',
    answer: (request) =>
      /^(?:mozilla|curl|postmanruntime)\//iu.test(request.headers['user-agent'] ?? '')
        ? (requireBearer(request, token) ?? { status: 200, body: scans })
        : cloudWall,
    options: bearer,
    credentials,
    recorded: cloudWall,
    cause: 'user-agent-blocked',
    notCause: 'permission-missing',
    verdict: 'tines-only',
  }),
  defineRoute({
    name: 'firewall-own-agent',
    title: 'a User-Agent of the action’s own that is on a blocklist',
    answer: (request) =>
      /python|scrapy/iu.test(request.headers['user-agent'] ?? '')
        ? scriptWall
        : (requireBearer(request, token) ?? { status: 200, body: scans }),
    options: { ...bearer, user_agent: 'python-requests/2.31.0' },
    credentials,
    recorded: scriptWall,
    cause: 'user-agent-blocked',
  }),
  defineRoute({
    name: 'firewall-everyone',
    title: 'a firewall that refuses every request, whatever is in it',
    answer: () => everyone,
    options: bearer,
    credentials,
    recorded: everyone,
    cause: 'unexplained',
    notCause: 'user-agent-blocked',
    confidence: 'possible',
  }),
  defineRoute({
    name: 'firewall-agent-needed',
    title: 'a server that wants a telling User-Agent, got one, and refuses the key',
    answer: (request) =>
      (request.headers['user-agent'] ?? '').length < 5
        ? agentNeeded
        : (requireBearer(request, token) ?? { status: 200, body: scans }),
    options: { ...bearer, user_agent: 'Acme security team (soc@sandbox.example)' },
    credentials: { scans: 'sandbox-token-3f5b7a9c0e1d-old' },
    recorded: {
      status: 401,
      headers: {
        'WWW-Authenticate': 'Bearer realm="sandbox", error="invalid_token", error_description="The access token is not known"',
      },
      body: { error: 'invalid_token', message: 'The access token is not known' },
    },
    cause: 'credential-rejected',
    notCause: 'user-agent-blocked',
  }),
];
