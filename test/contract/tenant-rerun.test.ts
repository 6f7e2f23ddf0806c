import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { runProgram } from '../../src/cli/run-program.ts';
import { fakeSurroundings } from '../unit/cli/surroundings.ts';

/** A tenant and the API that its action calls, in one server: a new event comes only once the API was called from outside of the tenant. */
let server: Server;
let origin = '';
let calls = 0;
let reruns = 0;
let changedAt: string | null = null;
let mayList = true;

const event = (id: number, at: string, status: number) => ({
  id,
  agent_id: 1,
  created_at: at,
  previous_event_ids: [],
  payload: { call_it: { status, headers: { 'content-type': 'text/plain' }, body: 'fine' } },
});

function answer(method: string, path: string): { readonly status?: number; readonly body: unknown } {
  switch (path) {
    case '/called':
      calls += 1;
      return { body: 'fine' };
    case '/api/v1/actions/1':
      return {
        body: {
          id: 1,
          team_id: 5,
          name: 'Call it',
          type: 'Agents::HTTPRequestAgent',
          options: { url: `${origin}/called`, method: 'get', headers: { Authorization: 'Bearer <<CREDENTIAL.acme>>' } },
        },
      };
    case '/api/v1/actions/1/events': {
      const known = event(10, '2026-11-24T09:00:00Z', 401);
      const isNew = reruns > 0 && calls > 0;
      return { body: { events: isNew ? [event(11, new Date().toISOString(), 200), known] : [known] } };
    }
    case '/api/v1/actions/1/logs':
      return { body: { action_logs: [] } };
    case '/api/v1/actions/1/run':
      if (method === 'POST') reruns += 1;
      return { body: {} };
    case '/api/v1/user_credentials':
      return mayList ? { body: { user_credentials: [{ slug: 'acme', updated_at: changedAt }] } } : { status: 403, body: {} };
    default:
      return { status: 404, body: {} };
  }
}

beforeAll(async () => {
  server = createServer(({ method = '', url = '' }, response) => {
    const { status = 200, body } = answer(method, url.replace(/\?.*$/u, ''));
    response.writeHead(status, { 'content-type': typeof body === 'string' ? 'text/plain' : 'application/json' });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));
beforeEach(() => {
  calls = 0;
  reruns = 0;
  changedAt = null;
  mayList = true;
});

async function compare(...more: readonly string[]) {
  const surroundings = fakeSurroundings({
    environment: {
      TINES_API_KEY: 'tenant-key-0011223344',
      TINES_CREDENTIAL_ACME: 'k3y-acme-0011',
      PATH: process.env['PATH'] ?? '',
    },
  });
  const words = ['compare', '--tenant', origin, '--action-id', '1', '--client', 'curl', '--no-experiments', '--json', ...more];
  const status = await runProgram(words, surroundings);
  return { status, told: surroundings.told.join('\n'), report: JSON.parse(surroundings.printed.join('') || 'null') };
}

describe('--rerun', () => {
  it('runs in Tines beside the other lanes, once, and compares with what came of it', { timeout: 60_000 }, async () => {
    const { status, report } = await compare('--rerun', '--allow-writes');
    expect(report.outcomes.tines.response.status).toBe(200);
    expect([status, report.verdict.code, reruns]).toEqual([0, 'works', 1]);
  });

  it('is not done without --rerun: the newest failure is compared', async () => {
    const { report } = await compare();
    expect([report.outcomes.tines.response.status, report.verdict.code, reruns]).toEqual([401, 'tines-only', 0]);
  });
});

describe('a credential that was changed in the tenant after the record', () => {
  it('makes the record stale, and the verdict less certain', async () => {
    changedAt = '2026-11-24T09:30:00Z';
    const { report } = await compare();
    expect(report.outcomes.tines.stale).toBe(true);
    expect(report.verdict.lowered).toEqual([
      '‹CREDENTIAL.acme› of the tenant was changed at 2026-11-24 09:30 UTC, after Tines’ record of 2026-11-24 09:00 UTC: Tines may have sent another value',
    ]);
  });

  it.each([
    ['it was changed before', () => (changedAt = '2026-11-24T08:00:00Z')],
    ['the tenant says no date', () => (changedAt = null)],
    ['the key may not list credentials', () => (mayList = false)],
  ])('changes nothing where %s', async (_, arrange) => {
    arrange();
    const { report, told } = await compare();
    expect([report.outcomes.tines.stale, report.verdict.lowered, told]).toEqual([
      false,
      [],
      expect.not.stringContaining('warning'),
    ]);
  });
});
