import type { Report } from '../../../src/model/report.ts';

/** A report in which both clients fail as Tines did. */
export const failing: Report = {
  schema: 1,
  tool: { name: 'tines-compare', version: '0.1.0', curl: '7.88.1', newman: '6.2.2' },
  action: {
    name: 'List users',
    guid: 'c0ffee',
    file: 'stories/users.json',
    pointer: '/agents/3',
    source: 'story-export',
    story: 'Users',
  },
  request: {
    method: 'GET',
    url: 'https://api.example.com/users?a=1&b=2',
    headers: [['Authorization', '‹CREDENTIAL.acme›']],
    body: { kind: 'none' },
  },
  assumptions: [{ code: 'form-by-default', text: 'A payload is sent as a form.', pointer: '/agents/3/options' }],
  warnings: [{ code: 'leftover-payload', text: 'A sample payload is left over.' }],
  losses: [{ artifact: 'postman', feature: 'proxy', text: 'a collection names no proxy' }],
  outcomes: {
    tines: {
      status: 'recorded',
      response: {
        status: 401,
        headers: [['content-type', 'application/json']],
        body: { kind: 'text', text: '{}', size: 2, truncated: false },
      },
      at: '2026-11-24T10:00:00Z',
      stale: false,
    },
    curl: {
      status: 'completed',
      milliseconds: 12.5,
      sent: { method: 'GET', url: 'https://api.example.com/users', headers: [], body: { kind: 'none' } },
      response: {
        status: 401,
        headers: [['Content-Type', 'application/json']],
        body: { kind: 'text', text: '{"error":"no scheme"}', size: 21, truncated: false },
      },
      hops: [
        {
          sent: { method: 'GET', url: 'https://api.example.com/users', headers: [], body: { kind: 'none' } },
          response: {
            status: 401,
            headers: [['Content-Type', 'application/json']],
            body: { kind: 'text', text: '{"error":"no scheme"}', size: 21, truncated: false },
          },
        },
      ],
    },
    postman: {
      status: 'failed',
      error: { kind: 'tls', code: 'CERT_HAS_EXPIRED', message: 'certificate has expired' },
      hops: [],
      milliseconds: 40,
    },
  },
  differences: [
    { between: ['curl', 'postman'], path: 'error', values: ['401', 'tls'], change: 'changed' },
    {
      between: ['tines', 'curl'],
      path: 'response.headers.date',
      values: ['a', null],
      change: 'removed',
      noise: 'tells the time of the answer',
    },
  ],
  'differences-omitted': 2,
  verdict: { code: 'not-tines', text: 'The same call fails outside of Tines too.', lowered: ['the record is old'] },
  diagnoses: [
    {
      code: 'scheme-missing',
      article: 'format',
      confidence: 'confirmed',
      evidence: ['with ‹Bearer › before the credential the server answered 200'],
      fix: 'write "Bearer <<CREDENTIAL.acme>>"',
      pointer: '/agents/3/options/headers/Authorization',
    },
  ],
  checklist: [
    { item: 'format', state: 'problem', why: 'the scheme is missing' },
    { item: 'method', state: 'ok', why: '' },
  ],
  experiments: [{ change: 'without the credential', client: 'curl', status: 401, sameAs: 'the action’s own answer' }],
  command: "curl 'https://api.example.com/users'",
  docs: 'https://docs.example.com/',
};

/** A report in which everything works. */
export const working: Report = {
  ...failing,
  differences: [],
  'differences-omitted': 0,
  outcomes: { ...failing.outcomes, tines: { status: 'unknown' } },
  verdict: { code: 'works-outside', text: 'It works.', lowered: [] },
  diagnoses: [],
  experiments: [],
};

/** Every string that a file, a server or a user can put into a report is this one. */
export function poisoned(text: string): Report {
  return {
    ...failing,
    action: { ...failing.action, name: text, file: text, pointer: text, story: text },
    request: { method: 'GET', url: text, headers: [[text, text]], body: { kind: 'text', text, size: 1, truncated: true } },
    assumptions: [{ code: text, text, pointer: text }],
    warnings: [{ code: text, text, pointer: text }],
    losses: [{ artifact: text, feature: text, text }],
    outcomes: {
      tines: {
        status: 'recorded',
        response: { status: 401, headers: [['content-type', text]], body: { kind: 'text', text, size: 1, truncated: false } },
        at: text,
      },
      curl: {
        status: 'completed',
        milliseconds: 1,
        sent: { method: text, url: text, headers: [[text, text]], body: { kind: 'text', text, size: 1, truncated: false } },
        response: { status: 200, headers: [['content-type', text]], body: { kind: 'text', text, size: 1, truncated: false } },
        hops: [],
      },
      postman: { status: 'failed', error: { kind: 'other', code: text, message: text }, hops: [], milliseconds: 1 },
    },
    differences: [
      { between: ['curl', 'postman'], path: text, values: [text, text], change: 'changed' },
      { between: ['curl', 'postman'], path: text, values: [text, text], change: 'changed', noise: text },
    ],
    verdict: { code: 'not-tines', text, lowered: [text] },
    diagnoses: [{ code: 'unexplained', article: null, confidence: 'possible', evidence: [text], fix: text, pointer: text }],
    checklist: [{ item: 'format', state: 'problem', why: text }],
    experiments: [{ change: text, client: 'curl', status: null, sameAs: text }],
    command: text,
    docs: text,
  };
}

/** Texts that break out of careless writers. */
export const hostileTexts: readonly string[] = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "javascript:alert('1')",
  '``` \n# heading\n```` | a | b |\n~~~',
  '`a` ``b`` | c \\| d \\',
  ']]></system-out><x/>&amp;&#0;',
  'control \u0000\u0001\u0008\u000b\u001b[31m\u007f\u0085 \ufffe\uffff \ud800 \udc00 end',
  '@everyone #1 !2 owner/repo#3 GH-4 https://evil.example www.evil.example <https://evil.example>',
  '- [ ] item\n1. one\n> quote\n***\n===',
  '![x](https://evil.example/a.png) [y](javascript:alert(1))',
  '\u202eright to left\u2066',
  '</style></pre></details><!-- -->',
];
