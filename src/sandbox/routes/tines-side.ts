import { defineRoute } from '../define-route.ts';
import { requireBearer, tokenInvalid } from '../require-bearer.ts';
import type { SandboxAnswer, SandboxRequest, SandboxRoute } from '../route.ts';

const token = 'sandbox-token-9c0e1d3f5b7a';
const bearer = { headers: { Authorization: 'Bearer <<CREDENTIAL.wiki>>' } };
const credentials = { wiki: token };
const answer = (request: SandboxRequest): SandboxAnswer => requireBearer(request, token) ?? { status: 200, body: { pages: [] } };

const noAnswer: SandboxAnswer = { status: 0 };
const notListed: SandboxAnswer = {
  status: 403,
  body: { error: 'forbidden', message: 'The address 203.0.113.7 is not on the allowlist of this account' },
};

/** Failures whose cause lies in Tines or on the way from it; the server answers everyone else. */
export const tinesSideRoutes: readonly SandboxRoute[] = [
  defineRoute({
    name: 'tines-private-address',
    title: 'an address of the own network, which Tines’ cloud cannot reach',
    answer,
    options: bearer,
    credentials,
    recorded: noAnswer,
    cause: 'private-address',
    confidence: 'likely',
    verdict: 'tines-only',
  }),
  defineRoute({
    name: 'tines-address-not-listed',
    title: 'an allowlist that knows the own address and not that of Tines',
    answer,
    options: { ...bearer, use_tunnel: true },
    credentials,
    recorded: notListed,
    cause: 'address-not-allowed',
    notCause: 'private-address',
    confidence: 'possible',
    verdict: 'tines-only',
  }),
  defineRoute({
    name: 'tines-domain-restricted',
    title: 'a credential that Tines may not send to this domain, as its log says',
    answer,
    options: bearer,
    credentials,
    recorded: noAnswer,
    log: ['Credential wiki is restricted to the domains wiki.sandbox.example and cannot be used with 127.0.0.1'],
    cause: 'credential-domain-restricted',
    notCause: 'private-address',
    confidence: 'likely',
    verdict: 'tines-only',
  }),
  defineRoute({
    name: 'tines-egress-blocked',
    title: 'an address that the tenant’s egress control does not allow, as its log says',
    answer,
    options: bearer,
    credentials,
    recorded: noAnswer,
    log: ['The request was blocked by action egress control: 127.0.0.1 is not on the allowlist'],
    cause: 'egress-blocked',
    notCause: 'credential-domain-restricted',
    confidence: 'likely',
    verdict: 'tines-only',
  }),
  defineRoute({
    name: 'tines-test-credential',
    title: 'a test credential that a draft used, as its log says',
    answer,
    options: bearer,
    credentials,
    recorded: {
      status: 401,
      headers: { 'WWW-Authenticate': 'Bearer realm="sandbox", error="invalid_token"' },
      body: { error: 'invalid_token' },
    },
    log: ['Running in test mode: the test credential of wiki is used'],
    cause: 'test-credential',
    notCause: 'credential-rejected',
    confidence: 'likely',
    verdict: 'tines-only',
  }),
  defineRoute({
    name: 'tines-timed-out',
    title: 'an address of the own network, for which the log has a timeout and nothing of a block',
    answer,
    options: bearer,
    credentials,
    recorded: noAnswer,
    log: ['Request timed out: Failed to open TCP connection to 127.0.0.1 (execution expired)'],
    cause: 'private-address',
    notCause: 'egress-blocked',
    confidence: 'likely',
    verdict: 'tines-only',
  }),
  defineRoute({
    name: 'test-credential-alike',
    title: 'a test credential in the log, and a token that is refused outside of Tines too',
    answer,
    options: bearer,
    credentials: { wiki: 'sandbox-token-3f5b7a9c0e1d-revoked' },
    recorded: tokenInvalid(),
    log: ['Running in test mode: the test credential of wiki is used'],
    cause: 'credential-rejected',
    notCause: 'test-credential',
  }),
];
