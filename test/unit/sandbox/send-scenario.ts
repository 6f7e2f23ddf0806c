import { request as send } from 'node:http';
import { text } from 'node:stream/consumers';
import { contentBytes } from '../../../src/emit/content-bytes.ts';
import { requestContent } from '../../../src/emit/request-content.ts';
import { textValue } from '../../../src/emit/text-value.ts';
import type { Scenario } from '../../../src/sandbox/route.ts';
import { specify } from '../../../src/specify/specify.ts';
import { resolution } from '../resolve/resolve-world.ts';

/** What is changed in a scenario before it is sent. */
export interface Correction {
  readonly options?: Readonly<Record<string, unknown>>;
  readonly credentials?: Readonly<Record<string, string>>;
}

export interface ScenarioAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: string;
}

interface Message {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Uint8Array | null;
}

/** Sends a scenario's action as Tines would, its redirects followed by Tines' documented rules; an undefined option is left out. */
export async function sendScenario(scenario: Scenario, origin: string, correction: Correction = {}): Promise<ScenarioAnswer> {
  const merged = { ...scenario.action.options, ...correction.options };
  const written = Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== undefined));
  const options: Record<string, unknown> = JSON.parse(JSON.stringify(written).replaceAll('{origin}', origin));
  const credentials = { ...scenario.credentials, ...correction.credentials };
  const { resolved, values } = resolution(options, { credentials, data: { ...scenario.data } });
  const { request } = specify(resolved);
  const content = requestContent(request.body);
  return follow({
    method: request.method,
    url: textValue(request.url, values),
    headers: request.headers.map(([name, value]) => [name, textValue(value, values)]),
    body: content === null ? null : contentBytes(content, values),
  });
}

async function follow(message: Message, left = 3): Promise<ScenarioAnswer> {
  const answer = await exchange(message);
  const { location } = answer.headers;
  if (answer.status < 300 || answer.status > 399 || typeof location !== 'string' || left === 0) return answer;
  const next = new URL(location, message.url);
  const keeps = next.hostname === new URL(message.url).hostname;
  const headers = message.headers.filter(([name]) => keeps || name.toLowerCase() !== 'authorization');
  const again = answer.status > 303 ? {} : { method: 'GET', body: null };
  return follow({ ...message, headers, url: next.href, ...again }, left - 1);
}

function exchange({ method, url, headers, body }: Message): Promise<ScenarioAnswer> {
  return new Promise((resolve, reject) => {
    const outgoing = send(url, { method, agent: false }, (incoming) => {
      text(incoming).then(
        (received) => resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body: received }),
        reject,
      );
    });
    outgoing.on('error', reject);
    for (const [name, value] of headers) outgoing.setHeader(name, value);
    outgoing.end(body ?? undefined);
  });
}
