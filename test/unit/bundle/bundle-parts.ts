import type { BundleParts } from '../../../src/bundle/bundle-files.ts';
import { emitCurl } from '../../../src/emit/curl/emit-curl.ts';
import type { Action } from '../../../src/model/action.ts';
import type { Report } from '../../../src/model/report.ts';
import type { RequestSpec } from '../../../src/model/request-spec.ts';
import { parseActionFile } from '../../../src/parse/parse-action-file.ts';
import { redactCommand } from '../../../src/secrets/redact-command.ts';
import { createRedactor } from '../../../src/secrets/redactor.ts';

/** A literal secret of the fixture; it stands in the action, in the request and in an answer. */
export const literal = 'A1b2-C3d4-E5f6-G7h8';
export const redactor = createRedactor([
  { label: 'literal in headers.X-Api-Key', value: literal },
  { label: 'CREDENTIAL.acme', value: 'tk_9fQ2vLx81mZpR7sWc3Yd' },
]);

const story = {
  schema_version: 18,
  standard_lib_version: 36,
  action_runtime_version: 4,
  name: 'Our story | with `marks` <b>',
  guid: 'fc5ca4f50902abf074ef9edc72fe22be',
  agents: [
    {
      type: 'Agents::HTTPRequestAgent',
      name: 'Get the things',
      guid: 'bf9903705644de72b881c9bb2fed4f55',
      options:
        '{"url": "https://api.acme.test/<<INPUT.kind>>", "method": "get", "headers": {"Authorization": "Bearer <<CREDENTIAL.acme>>", "X-Api-Key": "A1b2-C3d4-E5f6-G7h8"}, "payload": {"n": 1.0, "n": 12345678901234567890, "e": "=IF(TRUE, \\"a\\", 1)", "l": [], "o": {}}}',
    },
  ],
  integrations: [
    { action_guid: 'bf9903705644de72b881c9bb2fed4f55', action_inputs: [{ name: 'Kind', type: 'TEXT', value: '"things"' }] },
  ],
};

export function parseOne(text: string): Action {
  const [action] = parseActionFile(text, '/home/joe/stories/export.json').actions;
  if (action === undefined) throw new Error('there is one action');
  return action;
}

export const action = parseOne(JSON.stringify(story));

const acme = { name: 'acme', from: ['CREDENTIAL.acme'], encodings: [] };
const request: RequestSpec = {
  method: 'GET',
  url: ['https://api.acme.test/things'],
  headers: [
    ['Authorization', ['Bearer ', acme]],
    ['X-Api-Key', [literal]],
  ],
  body: { kind: 'none' },
  policy: {
    redirects: { follow: true, limit: 10, keepAuthorization: false },
    tls: { verify: true, caFile: '/home/joe/ca.pem' },
    timeoutSeconds: 30,
    success: [{ from: 200, to: 399 }],
  },
};

const sent = {
  method: 'GET',
  url: 'https://api.acme.test/things',
  headers: [['Authorization', 'Bearer ‹CREDENTIAL.acme›'] as const],
  body: { kind: 'none' as const },
};
const response = {
  status: 401,
  headers: [['WWW-Authenticate', 'Bearer'] as const],
  body: { kind: 'text' as const, text: `{"echo":"${literal}"}`, size: 10, truncated: false },
};

export const report: Report = {
  schema: 1,
  tool: { name: 'tines-compare', version: '1.2.3', curl: '7.88.1', newman: '6.2.2' },
  action: {
    name: 'Get the things',
    guid: 'bf9903705644de72b881c9bb2fed4f55',
    file: '/home/joe/stories/export.json',
    pointer: '/agents/0',
    source: 'story-export',
    story: 'Our story',
  },
  request: sent,
  assumptions: [],
  warnings: [{ code: 'short-secret', text: '‹CREDENTIAL.pin›: short' }],
  losses: [],
  outcomes: {
    tines: { status: 'recorded', response: { status: 401 }, at: '2026-11-23T10:00:00Z' },
    curl: { status: 'completed', response, hops: [{ sent, response }], milliseconds: 12, sent },
    postman: {
      status: 'failed',
      error: { kind: 'tls', code: 'EPROTO', message: 'could not open /home/joe/ca.pem' },
      hops: [],
      milliseconds: 3,
    },
  },
  differences: [{ between: ['curl', 'postman'], path: 'response.status', values: ['401', null], change: 'removed' }],
  'differences-omitted': 2,
  verdict: { code: 'client-dependent', text: 'cURL and Postman disagree.', lowered: ['the record is old'] },
  diagnoses: [
    {
      code: 'scheme-wrong',
      article: 'format',
      confidence: 'likely',
      evidence: ['the server asks for ‹Bearer›'],
      fix: 'write "Bearer <<CREDENTIAL.acme>>"',
    },
  ],
  checklist: [{ item: 'format', state: 'problem', why: 'see above' }],
  experiments: [{ change: 'without the credential', client: 'curl', status: null }],
  command: 'curl …',
};

export function partsWith(more: Partial<BundleParts> = {}): BundleParts {
  const redact = (text: string): string => redactor.redact(text).replaceAll('/home/joe', '‹home›');
  return {
    action,
    report,
    request,
    command: redactCommand(emitCurl(request), { redact, find: redactor.find }),
    environment: { tool: '1.2.3', node: '20.20.2', curl: '7.88.1', newman: '6.2.2', system: 'linux' },
    redact,
    ...more,
  };
}
