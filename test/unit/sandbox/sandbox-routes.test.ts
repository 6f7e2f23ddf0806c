import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CauseCode } from '../../../src/model/verdict.ts';
import { sandboxRoutes } from '../../../src/sandbox/sandbox-routes.ts';
import { type Sandbox, startSandbox } from '../../../src/sandbox/start-sandbox.ts';
import { corrections } from './corrections.ts';
import { sendScenario } from './send-scenario.ts';

interface Elsewhere {
  readonly elsewhere: string;
}

/** Where each cause is met: in scenarios here, or elsewhere because plain HTTP cannot have it. A new cause is a compile error until it stands here. */
const coverage: Readonly<Record<CauseCode, 'scenarios' | Elsewhere>> = {
  'credential-empty': 'scenarios',
  'credential-unresolved': 'scenarios',
  'scheme-missing': 'scenarios',
  'scheme-doubled': 'scenarios',
  'scheme-wrong': 'scenarios',
  'basic-not-encoded': 'scenarios',
  'basic-double-encoded': 'scenarios',
  'basic-no-colon': 'scenarios',
  'basic-url-safe': 'scenarios',
  'credential-whitespace': 'scenarios',
  'credential-quoted': 'scenarios',
  'header-wrong': 'scenarios',
  'auth-overridden': 'scenarios',
  'credential-expired': 'scenarios',
  'credential-not-yet-valid': 'scenarios',
  'clock-skew': 'scenarios',
  'credential-rejected': 'scenarios',
  'wrong-audience': 'scenarios',
  'wrong-environment': 'scenarios',
  'permission-missing': 'scenarios',
  'method-not-allowed': 'scenarios',
  'method-not-permitted': 'scenarios',
  'redirect-dropped-authorization': 'scenarios',
  'redirect-changed-method': 'scenarios',
  'user-agent-blocked': 'scenarios',
  'content-type-mismatch': 'scenarios',
  'charset-rejected': 'scenarios',
  'payload-as-query': 'scenarios',
  'leftover-payload': 'scenarios',
  'pill-stringified': 'scenarios',
  'query-encoding': 'scenarios',
  'client-header': 'scenarios',
  'http-version': 'scenarios',
  'tls-untrusted': { elsewhere: 'needs TLS' },
  'tls-client-certificate-required': 'scenarios',
  'tls-other': 'scenarios',
  dns: { elsewhere: 'no server is reached' },
  connect: { elsewhere: 'no server is reached' },
  timeout: { elsewhere: 'no answer comes' },
  'private-address': 'scenarios',
  'rate-limited': 'scenarios',
  'address-not-allowed': 'scenarios',
  'credential-domain-restricted': 'scenarios',
  'test-credential': 'scenarios',
  'shadowed-credential': { elsewhere: 'no request, answer or log says it' },
  'egress-blocked': 'scenarios',
  'server-error': 'scenarios',
  'not-found': 'scenarios',
  unexplained: 'scenarios',
};

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox(0);
});

afterAll(() => sandbox.close());

const scenarios = sandboxRoutes.map((route) => ({ ...route, expected: route.scenario.cause ?? 'none' }));
const met = Object.entries(coverage).flatMap(([code, where]) => (where === 'scenarios' ? [code] : []));

describe('the catalogue of causes', () => {
  it.each(met)('has a scenario whose answer is %s', (code) => {
    expect(scenarios.filter(({ scenario }) => scenario.cause === code).map(({ name }) => name)).not.toEqual([]);
  });

  it.each(met)('has a scenario that looks like %s and is not', (code) => {
    expect(scenarios.filter(({ scenario }) => scenario.notCause === code).map(({ name }) => name)).not.toEqual([]);
  });

  it('names causes elsewhere only where no scenario has them', () => {
    expect(scenarios.filter(({ scenario }) => scenario.cause !== undefined && !met.includes(scenario.cause))).toEqual([]);
  });
});

describe('a scenario', () => {
  it('has a name of its own, made of letters, digits and hyphens', () => {
    const names = scenarios.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name))).toEqual([]);
  });

  it('never expects what it says that it is not', () => {
    expect(scenarios.filter(({ scenario }) => scenario.cause !== undefined && scenario.cause === scenario.notCause)).toEqual([]);
  });

  it.each(scenarios)('$name: the server answers as Tines recorded ($expected)', async ({ name, scenario }) => {
    const answer = await sendScenario(scenario, sandbox.origin);
    const { tines, verdict } = scenario;
    const onlyInTines = verdict === 'tines-only' && corrections[name] === undefined;
    if (onlyInTines) {
      expect(answer.status).toBe(200);
      expect(tines?.status).not.toBe(200);
      return;
    }
    expect(answer.status).toBe(tines?.status);
    const challenge = tines?.headers?.['www-authenticate'];
    if (challenge !== undefined) expect(answer.headers['www-authenticate']).toBe(challenge);
  });

  it.each(scenarios.filter(({ scenario }) => scenario.verdict === 'not-tines'))(
    '$name: the record has the body that the server sends',
    async ({ scenario, name }) => {
      if (name === 'aws-signature') return;
      const { body } = await sendScenario(scenario, sandbox.origin);
      const recorded = scenario.tines?.body;
      expect(typeof recorded === 'string' || recorded === undefined ? body : JSON.parse(body)).toEqual(recorded ?? '');
    },
  );
});

describe('an experiment', () => {
  it.each(Object.entries(corrections))('%s: the corrected request is accepted', async (name, correction) => {
    const route = sandboxRoutes.find((candidate) => candidate.name === name);
    if (route === undefined) throw new Error(`no scenario ${name}`);
    const before = await sendScenario(route.scenario, sandbox.origin);
    const after = await sendScenario(route.scenario, sandbox.origin, correction);
    expect([200, 201]).toContain(after.status);
    expect(after).not.toEqual({ ...before, headers: after.headers });
  });

  it('sees an answer of its own without a credential where the server knows the credential', async () => {
    const route = sandboxRoutes.find(({ name }) => name === 'method-alike');
    if (route === undefined) throw new Error('no scenario method-alike');
    const { status } = await sendScenario(route.scenario, sandbox.origin, { options: { headers: undefined } });
    expect([status, route.scenario.tines?.status]).toEqual([401, 403]);
  });
});
