import { bearerToken } from '../credentials-of.ts';
import { defineRoute } from '../define-route.ts';
import type { SandboxAnswer, SandboxRequest, SandboxRoute } from '../route.ts';

const chatToken = ['xoxb', '000000000001', 'sandbox8c0e2a4d'].join('-');
const revokedChatToken = ['xoxb', '000000000002', 'sandbox1f3b5d7a'].join('-');
const boardToken = 'sandbox-board-token-2b4d6f8a';
const bearer = (name: string) => ({ headers: { Authorization: `Bearer <<CREDENTIAL.${name}>>` } });
const success = (body: unknown): SandboxAnswer => ({ status: 200, body });

const notAuthed = success({ ok: false, error: 'not_authed' });
const invalidAuth = success({ ok: false, error: 'invalid_auth' });
const missingScope = success({
  ok: false,
  error: 'missing_scope',
  needed: 'channels:history',
  provided: 'chat:write,users:read',
});
const invalidPostType = success({ ok: false, error: 'invalid_post_type' });

/** Like Slack: everything is answered with 200, and `ok` tells. */
function chat(request: SandboxRequest, known: SandboxAnswer): SandboxAnswer {
  const given = bearerToken(request);
  if (given === null || given === '') return notAuthed;
  return given === chatToken ? known : invalidAuth;
}

const unauthenticated = success({
  errors: [
    { message: 'You must be authenticated to read this field', path: ['viewer'], extensions: { code: 'UNAUTHENTICATED' } },
  ],
  data: null,
});
const anonymous = success({ errors: [{ message: 'No token was sent', extensions: { code: 'UNAUTHENTICATED' } }], data: null });
const scopes = success({
  data: null,
  errors: [
    {
      type: 'INSUFFICIENT_SCOPES',
      locations: [{ line: 1, column: 3 }],
      message:
        "Your token has not been granted the required scopes to execute this query. The 'login' field requires one of the following scopes: ['read:org'].",
    },
  ],
});

/** Like a GraphQL API: errors stand under 200. */
function board(request: SandboxRequest, known: SandboxAnswer): SandboxAnswer {
  const given = bearerToken(request);
  if (given === null || given === '') return anonymous;
  return given === boardToken ? known : unauthenticated;
}

export const errorUnderSuccessRoutes: readonly SandboxRoute[] = [
  defineRoute({
    name: 'ok-false-invalid-auth',
    title: 'ok: false and invalid_auth under 200',
    answer: (request) => chat(request, success({ ok: true, user: 'tines' })),
    options: bearer('chat'),
    credentials: { chat: revokedChatToken },
    recorded: invalidAuth,
    cause: 'credential-rejected',
  }),
  defineRoute({
    name: 'ok-false-missing-scope',
    title: 'ok: false and missing_scope under 200',
    answer: (request) => chat(request, missingScope),
    path: '/conversations.history?channel=C1',
    options: bearer('chat'),
    credentials: { chat: chatToken },
    recorded: missingScope,
    cause: 'permission-missing',
    notCause: 'credential-rejected',
  }),
  defineRoute({
    name: 'ok-false-not-authed',
    title: 'ok: false and not_authed under 200, for a credential without a value',
    answer: (request) => chat(request, success({ ok: true })),
    options: bearer('chat'),
    credentials: { chat: '' },
    recorded: notAuthed,
    cause: 'credential-empty',
  }),
  defineRoute({
    name: 'ok-false-post-type',
    title: 'ok: false and invalid_post_type under 200, for text that is neither JSON nor a form',
    answer: (request) =>
      chat(
        request,
        /json|form/iu.test(request.headers['content-type'] ?? '') ? success({ ok: true, ts: '1.0' }) : invalidPostType,
      ),
    options: { ...bearer('chat'), method: 'post', content_type: 'text/plain', payload: { channel: 'C1', text: 'Hello' } },
    credentials: { chat: chatToken },
    recorded: invalidPostType,
    cause: 'content-type-mismatch',
    notCause: 'permission-missing',
  }),
  defineRoute({
    name: 'graphql-unauthenticated',
    title: 'GraphQL errors under 200 for a revoked token',
    answer: (request) => board(request, success({ data: { viewer: { id: 'u1' } } })),
    options: { ...bearer('board'), method: 'post', content_type: 'json', payload: { query: '{ viewer { id } }' } },
    credentials: { board: 'sandbox-board-token-8a6f4d2b' },
    recorded: unauthenticated,
    cause: 'credential-rejected',
  }),
  defineRoute({
    name: 'graphql-scopes',
    title: 'GraphQL errors under 200 for a missing scope',
    answer: (request) => board(request, scopes),
    options: {
      ...bearer('board'),
      method: 'post',
      content_type: 'json',
      payload: { query: '{ organization(login: "acme") { login } }' },
    },
    credentials: { board: boardToken },
    recorded: scopes,
    cause: 'permission-missing',
    notCause: 'credential-rejected',
  }),
];
