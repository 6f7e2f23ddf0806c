import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { diagnose } from '../../../src/diagnose/diagnose.ts';
import type { DiagnosisInput, DiagnosisResult } from '../../../src/diagnose/diagnosis-input.ts';
import { textValue } from '../../../src/emit/text-value.ts';
import type { RunOutcome, TinesOutcome } from '../../../src/model/outcome.ts';
import type { RequestSpec } from '../../../src/model/request-spec.ts';
import type { Value } from '../../../src/model/value.ts';
import { parseActionFile } from '../../../src/parse/parse-action-file.ts';
import { resolveAction } from '../../../src/resolve/resolve-action.ts';
import { specify } from '../../../src/specify/specify.ts';
import { fullLanguage } from '../../support/full-language.ts';
import { sendRaw } from './send-raw.ts';

export interface CaseRequest {
  readonly method: string;
  readonly path: string;
  /** With its question mark, as sent. */
  readonly search: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
  readonly otherOrigin: string;
}

export interface CaseAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export interface Case {
  readonly answer: (request: CaseRequest) => CaseAnswer;
  /** `{origin}` stands for the server. */
  readonly options: Readonly<Record<string, unknown>>;
  readonly credentials?: Readonly<Record<string, Value>>;
  readonly data?: Readonly<Record<string, Value>>;
  readonly tines?: TinesOutcome;
  readonly settings?: Partial<Omit<DiagnosisInput, 'action' | 'request' | 'values' | 'reveal'>>;
  readonly working?: (request: RequestSpec, origin: string) => RequestSpec;
  /** The clients' runs, where they are not the usual three of one client. */
  readonly prepare?: (request: RequestSpec) => Promise<readonly (readonly RunOutcome[])[]>;
}

export interface CaseResult extends DiagnosisResult {
  /** What reached the server by experiments, and the hosts that it was sent to. */
  readonly requests: readonly (CaseRequest & { readonly host: string })[];
}

const NOW = new Date('2026-11-24T12:00:00Z');

/** Runs an action against a server of its own and diagnoses it; what experiments sent is given back. */
export async function diagnoseCase({
  answer,
  options,
  credentials = {},
  data = {},
  tines = { client: 'tines', status: 'unknown' },
  settings = {},
  working,
  prepare,
}: Case): Promise<CaseResult> {
  const requests: (CaseRequest & { readonly host: string })[] = [];
  const server = http.createServer((incoming, outgoing) => {
    void handle(incoming).then(({ status, headers = {}, body }) => {
      const payload = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body);
      outgoing.writeHead(status, {
        Date: NOW.toUTCString(),
        ...(typeof body === 'string' || body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...headers,
      });
      outgoing.end(incoming.method === 'HEAD' ? '' : payload);
    });
  });
  const handle = async (incoming: http.IncomingMessage): Promise<CaseAnswer> => {
    const [path = '', search] = (incoming.url ?? '').split(/(?=\?)/);
    const host = incoming.headers.host ?? '';
    const request = {
      method: incoming.method ?? '',
      path,
      search: search ?? '',
      headers: Object.fromEntries(Object.entries(incoming.headers).map(([name, value]) => [name, String(value)])),
      body: await text(incoming),
      otherOrigin: `http://localhost:${host.split(':')[1] ?? ''}`,
      host,
    };
    requests.push(request);
    return answer(request);
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const file = parseActionFile(
      JSON.stringify({
        agents: [
          {
            type: 'Agents::HTTPRequestAgent',
            name: 'Call',
            options: JSON.parse(JSON.stringify(options).replaceAll('{origin}', origin)),
          },
        ],
      }),
      'action.json',
    );
    const [action] = file.actions;
    if (action === undefined) throw new Error('no action');
    const scope = {
      data: new Map(Object.entries(data)),
      credentials: new Map(Object.entries(credentials)),
      resources: new Map(),
      inputs: new Map(),
      now: NOW,
      random: () => 0.5,
      uuid: () => '00000000-0000-4000-8000-000000000000',
      unresolved: 'empty',
      credentialValues: 'required',
    } as const;
    const { resolved, values } = resolveAction(action, scope, fullLanguage);
    const { request, warnings } = specify(resolved);
    const usual = async () => [
      [await sendRaw(request, { values }), await sendRaw(request, { values })],
      [await sendRaw(request, { values, client: 'postman' })],
    ];
    const runs = await (prepare ?? usual)(request);
    requests.length = 0;
    const result = await diagnose({
      action: resolved,
      request,
      values,
      reveal: (part) => textValue(part, values),
      tines,
      runs,
      success: request.policy.success,
      allowWrites: request.method !== 'GET',
      experiments: true,
      maxRequests: 12,
      maxRequestsGiven: false,
      probeIdentity: false,
      now: NOW,
      warnings,
      send: (variant) => sendRaw(variant, { values }),
      ...(working === undefined ? {} : { working: working(request, origin) }),
      ...settings,
    });
    return { ...result, requests: [...requests] };
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}
