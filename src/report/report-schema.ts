import * as z from 'zod/mini';
import type { Report } from '../model/report.ts';

const text = z.string();
const count = z.int().check(z.nonnegative());
const maybe = z.exactOptional;
const headers = z.readonly(z.array(z.readonly(z.tuple([text, text]))));
const body = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('text'), text, size: count, truncated: z.boolean() }),
  z.strictObject({ kind: z.literal('bytes'), size: count, sha256: text }),
]);
const request = z.strictObject({ method: text, url: text, headers, body });
const response = z.strictObject({ status: count, headers, body });
const hops = z.readonly(z.array(z.strictObject({ sent: request, response })));
const errorKind = z.enum(['dns', 'connect', 'tls', 'timeout', 'protocol', 'redirects', 'too-large', 'interrupted', 'other']);
const milliseconds = z.number().check(z.nonnegative());
const outcome = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('completed'), response, hops, milliseconds, sent: request }),
  z.strictObject({
    status: z.literal('failed'),
    error: z.strictObject({ kind: errorKind, code: text, message: text }),
    hops,
    milliseconds,
    sent: maybe(request),
  }),
]);
const tinesOutcome = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('unknown') }),
  z.strictObject({
    status: z.literal('recorded'),
    response: z.strictObject({ status: count, headers: maybe(headers), body: maybe(body) }),
    sent: maybe(request),
    at: maybe(text),
    stale: maybe(z.boolean()),
  }),
]);
const lane = z.enum(['tines', 'curl', 'postman']);
const client = z.enum(['curl', 'postman']);
const difference = z.strictObject({
  between: z.readonly(z.tuple([lane, lane])),
  path: text,
  values: z.readonly(z.tuple([z.nullable(text), z.nullable(text)])),
  change: z.enum(['changed', 'added', 'removed', 'reordered']),
  noise: maybe(text),
});
const verdict = z.strictObject({
  code: z.enum([
    'works',
    'works-outside',
    'tines-only',
    'not-tines',
    'outside-only',
    'fails-differently',
    'client-dependent',
    'unstable',
    'undecided',
  ]),
  text,
  lowered: z.readonly(z.array(text)),
});
const cause = z.enum([
  'credential-empty',
  'credential-unresolved',
  'scheme-missing',
  'scheme-doubled',
  'scheme-wrong',
  'basic-not-encoded',
  'basic-double-encoded',
  'basic-no-colon',
  'basic-url-safe',
  'credential-whitespace',
  'credential-quoted',
  'header-wrong',
  'auth-overridden',
  'credential-expired',
  'credential-not-yet-valid',
  'clock-skew',
  'credential-rejected',
  'wrong-audience',
  'wrong-environment',
  'permission-missing',
  'method-not-allowed',
  'method-not-permitted',
  'redirect-dropped-authorization',
  'redirect-changed-method',
  'user-agent-blocked',
  'content-type-mismatch',
  'charset-rejected',
  'payload-as-query',
  'leftover-payload',
  'pill-stringified',
  'query-encoding',
  'client-header',
  'http-version',
  'tls-untrusted',
  'tls-client-certificate-required',
  'tls-other',
  'dns',
  'connect',
  'timeout',
  'private-address',
  'rate-limited',
  'address-not-allowed',
  'credential-domain-restricted',
  'test-credential',
  'shadowed-credential',
  'egress-blocked',
  'server-error',
  'not-found',
  'unexplained',
]);
const diagnosis = z.strictObject({
  code: cause,
  article: z.nullable(z.enum(['permission', 'format', 'method'])),
  confidence: z.enum(['confirmed', 'likely', 'possible']),
  evidence: z.readonly(z.array(text)),
  fix: text,
  pointer: maybe(text),
});
const remarks = z.readonly(z.array(z.strictObject({ code: text, text, pointer: maybe(text) })));

const report = z.strictObject({
  schema: z.literal(1),
  tool: z.strictObject({ name: z.literal('tines-compare'), version: text, curl: z.nullable(text), newman: z.nullable(text) }),
  action: z.strictObject({
    name: text,
    guid: maybe(text),
    file: text,
    pointer: text,
    source: z.enum(['options', 'copied-action', 'story-export', 'rest', 'terraform', 'regression-collection']),
    story: maybe(text),
  }),
  request,
  assumptions: remarks,
  warnings: remarks,
  losses: z.readonly(z.array(z.strictObject({ artifact: text, feature: text, text }))),
  outcomes: z.strictObject({ tines: tinesOutcome, curl: maybe(outcome), postman: maybe(outcome) }),
  differences: z.readonly(z.array(difference)),
  'differences-omitted': count,
  verdict,
  diagnoses: z.readonly(z.array(diagnosis)),
  checklist: z.readonly(
    z.array(
      z.strictObject({
        item: z.enum(['permissions-and-expiry', 'format', 'method', 'outside-tines']),
        state: z.enum(['ok', 'problem', 'unknown']),
        why: text,
      }),
    ),
  ),
  experiments: z.readonly(z.array(z.strictObject({ change: text, client, status: z.nullable(count), sameAs: maybe(text) }))),
  command: text,
  docs: maybe(text),
}) satisfies z.ZodMiniType<Report>;

/** The JSON Schema (draft 2020-12) of one report, as it is shipped; the compiler holds it against the type. */
export function reportJsonSchema(): object {
  return {
    $id: 'https://tines-compare.invalid/report.schema.json',
    title: 'Report of tines-compare',
    ...z.toJSONSchema(report, { target: 'draft-2020-12' }),
  };
}
