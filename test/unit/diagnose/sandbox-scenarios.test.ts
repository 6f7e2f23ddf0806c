import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { diagnose } from '../../../src/diagnose/diagnose.ts';
import { textValue } from '../../../src/emit/text-value.ts';
import type { TinesOutcome } from '../../../src/model/outcome.ts';
import type { HeaderField } from '../../../src/model/request-spec.ts';
import type { Value } from '../../../src/model/value.ts';
import { parseJson } from '../../../src/parse/json/parse-json.ts';
import { parseActionFile } from '../../../src/parse/parse-action-file.ts';
import { resolveAction } from '../../../src/resolve/resolve-action.ts';
import { awsCredentials } from '../../../src/resolve/world/aws-credentials.ts';
import type { Scenario } from '../../../src/sandbox/route.ts';
import { type Sandbox, sandboxRoutes, startSandbox } from '../../../src/sandbox/start-sandbox.ts';
import { specify } from '../../../src/specify/specify.ts';
import { fullLanguage } from '../../support/full-language.ts';
import { sendRaw } from './send-raw.ts';

const now = new Date();
const counts: number[] = [];
let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox(0);
});
afterAll(async () => {
  await sandbox.close();
});

describe('each failure of the sandbox is explained by its cause first', () => {
  for (const { name, scenario } of sandboxRoutes) {
    test(name, async () => {
      const { diagnoses, experiments } = await run(scenario);
      const [first] = diagnoses;
      const details = JSON.stringify({ diagnoses, experiments }, null, 1);
      if (scenario.cause !== undefined) expect(first?.code, details).toBe(scenario.cause);
      else if (scenario.verdict === 'works') expect(diagnoses).toEqual([]);
      for (const { code, confidence } of diagnoses)
        if (confidence === 'confirmed' && scenario.cause !== undefined) expect(code, details).toBe(scenario.cause);
      if (scenario.confidence !== undefined)
        expect([scenario.confidence, 'possible', scenario.confidence === 'confirmed' ? 'likely' : ''], details).toContain(
          first?.confidence,
        );
      if (scenario.cause !== undefined) counts.push(experiments.length);
    });
  }

  test('with six further requests or fewer for half of them', () => {
    const sorted = counts.toSorted((left, right) => left - right);
    expect(sorted.length).toBeGreaterThan(50);
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(6);
    expect(sorted.at(-1)).toBeLessThanOrEqual(12);
  });
});

async function run({ action, credentials, data = {}, tines, log }: Scenario) {
  const text = JSON.stringify({ agents: [{ type: 'Agents::HTTPRequestAgent', ...action }] }).replaceAll(
    '{origin}',
    sandbox.origin,
  );
  const [parsed] = parseActionFile(text, 'action.json').actions;
  if (parsed === undefined) throw new Error('no action');
  const scope = {
    data: new Map(Object.entries(data).map(([key, value]) => [key, toValue(value)])),
    credentials: new Map<string, Value>(Object.entries(credentials)),
    resources: new Map(),
    inputs: new Map(),
    now,
    random: () => 0.5,
    uuid: () => '00000000-0000-4000-8000-000000000000',
    unresolved: 'empty',
    credentialValues: 'required',
  } as const;
  const { resolved, values: found } = resolveAction(parsed, scope, fullLanguage);
  const aws = awsCredentials(scope.credentials, sandbox.origin);
  const values = new Map([...found, ...aws.values]);
  const { request, warnings } = specify(resolved, { awsCredentials: aws.scopes });
  const runs = [
    [await sendRaw(request, { values }), await sendRaw(request, { values })],
    [await sendRaw(request, { values, client: 'postman' })],
  ];
  return diagnose({
    action: resolved,
    request,
    values,
    reveal: (part) => textValue(part, values),
    tines: recorded(tines),
    runs,
    success: request.policy.success,
    allowWrites: true,
    experiments: true,
    maxRequests: 12,
    maxRequestsGiven: false,
    probeIdentity: false,
    now,
    warnings,
    send: (variant) => sendRaw(variant, { values }),
    ...(log === undefined ? {} : { log }),
  });
}

function toValue(value: unknown): Value {
  if (Array.isArray(value)) return value.map(toValue);
  if (typeof value === 'object' && value !== null)
    return new Map(Object.entries(value).map(([key, inner]) => [key, toValue(inner)]));
  if (typeof value === 'number') return Number.isInteger(value) ? BigInt(value) : value;
  return typeof value === 'string' || typeof value === 'boolean' ? value : null;
}

function recorded(tines: Scenario['tines']): TinesOutcome {
  if (tines === undefined) return { client: 'tines', status: 'unknown' };
  const headers = Object.entries(tines.headers ?? {}).map(([name, value]): HeaderField => [name.toLowerCase(), value]);
  const body =
    tines.body === undefined
      ? {}
      : typeof tines.body === 'string'
        ? { body: { kind: 'text', text: tines.body } as const }
        : { body: { kind: 'json', value: parseJson(JSON.stringify(tines.body), 'event.json') } as const };
  return {
    client: 'tines',
    status: 'recorded',
    response: { status: tines.status, ...(tines.headers === undefined && tines.body === undefined ? {} : { headers }), ...body },
  };
}
