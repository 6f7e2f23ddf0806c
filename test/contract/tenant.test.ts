import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { writeRecords } from '../../src/commands/record/write-records.ts';
import { memberOf } from '../../src/formats/json/member-of.ts';
import { scalarText } from '../../src/formats/json/scalar-text.ts';
import { HarnessError } from '../../src/harness-error.ts';
import type { Json } from '../../src/model/json.ts';
import { parseJson } from '../../src/parse/json/parse-json.ts';
import { parseActionFile } from '../../src/parse/parse-action-file.ts';
import { recallRecords } from '../../src/recall/recall-records.ts';
import { actionWithStory } from '../../src/recall/tenant/action-with-story.ts';
import { fetchAction, fetchStory } from '../../src/recall/tenant/fetch-action.ts';
import { listNewest } from '../../src/recall/tenant/list-newest.ts';
import { planRerun } from '../../src/recall/tenant/plan-rerun.ts';
import { printJson } from '../../src/recall/tenant/print-json.ts';
import { rerunAction } from '../../src/recall/tenant/rerun-action.ts';
import type { TenantAccess } from '../../src/recall/tenant/tenant-access.ts';
import type { TenantRecords } from '../../src/recall/tenant/tenant-records.ts';
import { type Sandbox, sandboxRoutes, startSandbox } from '../../src/sandbox/start-sandbox.ts';
import { sandboxTenantToken } from '../../src/sandbox/tenant/tenant-token.ts';

let sandbox: Sandbox;
const closers: (() => Promise<void>)[] = [];

beforeAll(async () => {
  sandbox = await startSandbox(0, { limits: { actions: 100_000, others: 100_000 } });
});
afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()));
});
afterAll(() => sandbox.close());

interface Watched {
  readonly access: TenantAccess;
  readonly slept: number[];
  readonly warnings: string[];
}

/** Access whose pauses take a moment only, and are noted. */
function watch(tenant: string, given: Partial<TenantAccess> = {}): Watched {
  const slept: number[] = [];
  const warnings: string[] = [];
  const access: TenantAccess = {
    tenant,
    token: () => sandboxTenantToken,
    signal: new AbortController().signal,
    warn: (message) => warnings.push(message),
    sleep: async (milliseconds, signal) => {
      slept.push(milliseconds);
      await wait(5, undefined, { signal });
    },
    parseJson,
    redact: (text) => text,
    ...given,
  };
  return { access, slept, warnings };
}

const actionIdOf = (name: string) => 1001 + sandboxRoutes.findIndex((route) => route.name === name);

function recall(records: TenantRecords) {
  const [action] = parseActionFile(printJson(records.action), 'action.json').actions;
  if (action === undefined) throw new Error('the tenant gives no action');
  return recallRecords({
    events: [records.events],
    logs: [records.logs],
    action,
    success: [{ from: 200, to: 399 }],
    now: new Date(),
    staleAfterMilliseconds: 3_600_000,
    parseJson,
  });
}

const itemsOf = (json: Json, key: string): readonly Json[] => {
  const list = memberOf(json, key);
  return list?.kind === 'array' ? list.items : [];
};

async function serve(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(
    () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  );
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
}

async function troubleOf(run: Promise<unknown>): Promise<HarnessError> {
  try {
    await run;
  } catch (error) {
    if (error instanceof HarnessError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

describe('fetching from a tenant', () => {
  it('gives for every action of the sandbox what Tines recorded and sent', async () => {
    for (const { name, scenario } of sandboxRoutes) {
      const records = await fetchAction(watch(sandbox.origin).access, actionIdOf(name));
      const { outcome, logged } = recall(records);
      expect([name, outcome.status === 'recorded' ? outcome.response.status : undefined]).toEqual([name, scenario.tines?.status]);
      expect([name, logged === undefined]).toEqual([name, scenario.tines === undefined]);
      for (const secret of Object.values(scenario.credentials).filter((value) => value.length > 7))
        expect(printJson(records.logs)).not.toContain(secret);
    }
  });

  it('gives the story’s export, from which the same action is read', async () => {
    const { story, action } = await fetchAction(watch(sandbox.origin).access, actionIdOf('success'));
    if (story === undefined) throw new Error('no story');
    const exported = parseActionFile(printJson(story), 'story.json').actions.find(
      ({ guid }) => guid === scalarText(memberOf(action, 'guid')),
    );
    expect(exported).toMatchObject({ name: 'List widgets', format: 'story-export' });
  });

  it('gives one document that has the action’s id and the values of its template inputs', () => {
    const action = parseJson(
      '{"id":21,"type":"Agents::HTTPRequestAgent","name":"Look up","guid":"ab","options":{"url":"<<INPUT.address>>"}}',
      'a',
    );
    const story = parseJson(
      '{"schema_version":30,"name":"S","agents":[{"type":"Agents::WebhookAgent","name":"W"}],"links":[],"integrations":[{"action_guid":"ab","action_inputs":[{"name":"Address","type":"TEXT","value":"\\"https://x\\""}]}]}',
      's',
    );
    const { actions } = parseActionFile(printJson(actionWithStory({ action, story })), 'tenant');
    expect(actions).toMatchObject([
      {
        id: 21,
        guid: 'ab',
        inputs: [{ name: 'Address', value: { value: 'https://x' } }],
        story: { name: 'S', schemaVersion: 30 },
      },
    ]);
    expect(actionWithStory({ action })).toBe(action);
  });

  it('gives a story with all of its actions and their ids', async () => {
    const { story, actions } = await fetchStory(watch(sandbox.origin).access, 7);
    expect(scalarText(memberOf(story, 'name'))).toBe('Sandbox scenarios');
    expect(itemsOf(actions, 'agents')).toHaveLength(sandboxRoutes.length);
  });

  it('takes the address of a page, with blanks around the key', async () => {
    const { access } = watch(`${sandbox.origin}/stories/7?view=1`, { token: () => ` ${sandboxTenantToken}\n` });
    expect(scalarText(memberOf((await fetchAction(access, 1001)).action, 'id'))).toBe('1001');
  });

  it.each([
    ['http://example.com', 'https only'],
    ['https://user:pass@example.com', 'a user or a password'],
    ['', 'no address'],
    ['ftp://127.0.0.1', 'https only'],
  ])('refuses the address ‹%s› before it sends anything', async (tenant, words) => {
    const error = await troubleOf(fetchAction(watch(tenant).access, 1));
    expect(error.code).toBe('tenant');
    expect(error.message).toContain(words);
    expect(error.message).not.toContain('pass@');
  });

  it('goes without a story that the key may not read, and says so', async () => {
    const origin = await serve(({ url = '' }, response) => {
      const isStory = url.includes('/stories/');
      response
        .writeHead(isStory ? 404 : 200)
        .end(
          isStory
            ? '{"error":"Not found"}'
            : url.includes('/events')
              ? '{"events":[]}'
              : url.includes('/logs')
                ? '{"action_logs":[]}'
                : '{"id":5,"story_id":3}',
        );
    });
    const { access, warnings } = watch(origin);
    expect(await fetchAction(access, 5)).not.toHaveProperty('story');
    expect(warnings).toEqual([expect.stringContaining('INPUT')]);
  });
});

describe('paging', () => {
  const pagesOf = (count: number, isAscending: boolean) =>
    serve(({ url = '' }, response) => {
      const { searchParams: query } = new URL(url, 'http://x');
      const [page, perPage] = [Number(query.get('page')), Number(query.get('per_page'))];
      const ids = Array.from({ length: count }, (_, index) => (isAscending ? index + 1 : count - index));
      const events = ids
        .slice((page - 1) * perPage, page * perPage)
        .map((id) => ({ id, created_at: new Date(id * 60_000).toISOString() }));
      response.end(JSON.stringify({ events, meta: { pages: Math.ceil(count / perPage), count } }));
    });

  it.each([
    ['begins with the newest', false],
    ['begins with the oldest', true],
  ])('gives the newest items where the list %s', async (_, isAscending) => {
    const { access, warnings } = watch(await pagesOf(95, isAscending));
    const ids = itemsOf(await listNewest(access, { path: '/events', key: 'events', perPage: 10, pages: 3 }), 'events').map(
      (item) => Number(scalarText(memberOf(item, 'id'))),
    );
    expect(ids).toHaveLength(isAscending ? 25 : 30);
    expect(Math.max(...ids)).toBe(95);
    expect(Math.min(...ids)).toBe(isAscending ? 71 : 66);
    expect(warnings).toEqual([`of 95 events the newest ${ids.length} are read`]);
  });

  it('gives everything where it fits, once each', async () => {
    const { access, warnings } = watch(await pagesOf(25, true));
    expect(itemsOf(await listNewest(access, { path: '/events', key: 'events', perPage: 10, pages: 5 }), 'events')).toHaveLength(
      25,
    );
    expect(warnings).toEqual([]);
  });
});

describe('trouble', () => {
  it('with 429 is waited out as Retry-After says', async () => {
    const limited = await startSandbox(0, { limits: { actions: 1, others: 1000 }, now: () => 0 });
    closers.push(limited.close);
    const { access, slept } = watch(limited.origin);
    const error = await troubleOf(fetchAction(access, 1001));
    expect(slept).toEqual([60_000, 60_000, 60_000, 60_000]);
    expect(error.message).toContain('with 429: Rate limit exceeded');
    expect(error.details.hint).toContain('100 requests a minute');
  });

  it('with 5xx and broken connections is tried again with growing pauses, and then goes on', async () => {
    let asked = 0;
    const origin = await serve((request, response) => {
      asked += 1;
      if (asked === 1) response.writeHead(503).end('<html>');
      else if (asked === 2) request.socket.destroy();
      else if (asked === 3) response.writeHead(429).end();
      else response.end('{"events":[]}');
    });
    const { access, slept } = watch(origin);
    expect(itemsOf(await listNewest(access, { path: '/events', key: 'events', perPage: 1, pages: 1 }), 'events')).toEqual([]);
    expect(slept).toEqual([500, 1000, 2000]);
  });

  it('that lasts is told after five attempts', async () => {
    const error = await troubleOf(fetchAction(watch(await serve((_, response) => response.writeHead(502).end())).access, 1));
    expect(error.message).toContain('with 502');
    const refused = await serve(() => {});
    await Promise.all(closers.splice(0).map((close) => close()));
    const { access, slept } = watch(refused);
    expect((await troubleOf(fetchAction(access, 1))).message).toContain('ECONNREFUSED');
    expect(slept).toHaveLength(4);
  });

  it.each([
    [401, 'API key'],
    [403, 'team'],
    [404, 'not 403'],
    [301, 'with --tenant'],
  ])('with %i is told with what to do, at once and without the key', async (status, hint) => {
    const origin = await serve(({ headers }, response) =>
      response
        .writeHead(status, { location: `https://evil.example/?k=${sandboxTenantToken}` })
        .end(JSON.stringify({ message: `bad ${headers.authorization}` })),
    );
    const { access, slept } = watch(origin);
    const error = await troubleOf(fetchAction(access, 21));
    expect(error.code).toBe('tenant');
    expect(error.details.hint).toContain(hint);
    expect(error.message).toContain('/api/v1/actions/21');
    expect(JSON.stringify([error.message, error.details])).not.toContain(sandboxTenantToken);
    expect(slept).toEqual([]);
  });

  it('with the key is told without it', async () => {
    expect(
      (await troubleOf(fetchAction(watch(sandbox.origin, { token: () => 'wrong-key-12345' }).access, 1001))).message,
    ).toMatch(/with 401(?!.*wrong-key)/);
    for (const token of ['two\nlines-12345', 'ключ-12345', ' ']) {
      const error = await troubleOf(fetchAction(watch(sandbox.origin, { token: () => token }).access, 1001));
      expect(error.message).toContain('the API key of the tenant');
      expect(error.message).not.toContain('12345');
    }
  });

  it('with an answer that is no JSON or too large is told', async () => {
    const page = await serve((_, response) => response.end('<html>Sign in</html>'));
    expect((await troubleOf(fetchAction(watch(page).access, 1))).details.hint).toContain('sign-in page');
    const flood = await serve((_, response) => {
      const chunk = Buffer.alloc(4 * 1024 * 1024, 0x20);
      const send = (): void => {
        while (!response.destroyed && response.write(chunk));
      };
      response.on('drain', send);
      send();
    });
    expect((await troubleOf(fetchAction(watch(flood).access, 1))).message).toContain('larger than 64 MiB');
  });

  it('does not outlive an interruption', async () => {
    const controller = new AbortController();
    const origin = await serve(() => controller.abort(new Error('interrupted')));
    await expect(fetchAction(watch(origin, { signal: controller.signal }).access, 1)).rejects.toThrow('interrupted');
  });
});

describe('only reading', () => {
  it('sends nothing but GET, with the key in one header alone', async () => {
    const seen: string[] = [];
    const origin = await serve(({ method = '', url = '', headers }, response) => {
      const holders = Object.entries(headers)
        .filter(([, value]) => String(value).includes(sandboxTenantToken))
        .map(([name]) => name);
      seen.push(`${method} ${holders.join()} ${url.includes(sandboxTenantToken)}`);
      response.end('{"id":1,"story_id":2}');
    });
    await fetchAction(watch(origin).access, 1);
    expect(new Set(seen)).toEqual(new Set(['GET authorization false']));
  });
});

describe('running again', () => {
  const rerun = async (name: string, plan?: { readonly kind: 'run' }): Promise<TenantRecords> => {
    const { access } = watch(sandbox.origin);
    const known = await fetchAction(access, actionIdOf(name));
    return rerunAction(access, {
      actionId: actionIdOf(name),
      plan: plan ?? planRerun(known, parseJson),
      known,
      patienceMilliseconds: 60_000,
    });
  };

  it('emits the event that came in again, and gives the new records alone', async () => {
    const known = await fetchAction(watch(sandbox.origin).access, actionIdOf('success'));
    expect(planRerun(known, parseJson).kind).toBe('reemit');
    const records = await rerun('success');
    expect(itemsOf(records.events, 'events')).toHaveLength(1);
    const { outcome, logged, data } = recall(records);
    expect(outcome).toMatchObject({ status: 'recorded', response: { status: 200 } });
    expect(logged?.headers[0]).toEqual(['Authorization', `Bearer ${'*'.repeat(16)}`]);
    expect(data.has('start_scenario')).toBe(true);
  });

  it('runs the action by itself where no event set it off', async () => {
    const { outcome, data } = recall(await rerun('scheme-missing', { kind: 'run' }));
    expect(outcome).toMatchObject({ response: { status: 401, body: { kind: 'json' } } });
    expect(data.size).toBe(0);
  });

  it('uses the tenant’s own credential', async () => {
    expect(recall(await rerun('credential-in-tines-differs')).outcome).toMatchObject({ response: { status: 401 } });
  });

  it('does what the record says, for every scenario of the sandbox', async () => {
    for (const { name, scenario } of sandboxRoutes.filter((route) => route.scenario.tines !== undefined)) {
      expect([name, recall(await rerun(name)).outcome]).toMatchObject([name, { response: { status: scenario.tines?.status } }]);
    }
  });

  it('gives up after its patience, and does not start the action twice', async () => {
    const seen: string[] = [];
    const origin = await serve(({ method = '', url = '' }, response) => {
      seen.push(`${method} ${url.split('?')[0]}`);
      response
        .writeHead(method === 'POST' ? 200 : 200)
        .end(url.includes('/logs') ? '{"action_logs":[]}' : '{"events":[],"id":4}');
    });
    const { access, slept } = watch(origin);
    const known = await fetchAction(access, 4);
    const error = await troubleOf(
      rerunAction(access, { actionId: 4, plan: { kind: 'run' }, known, patienceMilliseconds: 20_000 }),
    );
    expect(error.message).toContain('no new event');
    expect(slept.reduce((sum, pause) => sum + pause, 0)).toBeGreaterThanOrEqual(20_000);
    expect(seen.filter((request) => request.startsWith('POST'))).toEqual(['POST /api/v1/actions/4/run']);
  });

  it('does not repeat a start that the tenant failed at', async () => {
    let starts = 0;
    const origin = await serve(({ method }, response) => {
      if (method === 'POST') starts += 1;
      response.writeHead(method === 'POST' ? 500 : 200).end('{}');
    });
    const { access } = watch(origin);
    const known = await fetchAction(access, 4);
    await troubleOf(rerunAction(access, { actionId: 4, plan: { kind: 'run' }, known, patienceMilliseconds: 1000 }));
    expect(starts).toBe(1);
  });
});

describe('writing what was fetched', () => {
  it('gives files of their own for their user alone, digits kept, nothing left over', async () => {
    const parent = await mkdtemp(path.join(tmpdir(), 'tenant-records-'));
    closers.push(() => rm(parent, { recursive: true }));
    const directory = path.join(parent, 'a', 'b');
    const action = parseJson('{"id":12345678901234567890,"x":1.0,"y":[],"z":{},"x":null}', 'x');
    const files = await writeRecords({ action, events: action, logs: action }, directory);
    expect(files.map((file) => path.basename(file))).toEqual(['action.json', 'events.json', 'logs.json']);
    expect((await readdir(directory)).sort()).toEqual(['action.json', 'events.json', 'logs.json']);
    expect((await stat(directory)).mode & 0o777).toBe(0o700);
    expect((await stat(path.join(directory, 'events.json'))).mode & 0o777).toBe(0o600);
    expect((await readFile(path.join(directory, 'action.json'), 'utf8')).replace(/\s/g, '')).toBe(
      '{"id":12345678901234567890,"x":1.0,"y":[],"z":{},"x":null}',
    );
    await expect(writeRecords({ action }, path.join(directory, 'action.json', 'c'))).rejects.toMatchObject({
      code: 'unwritable-file',
    });
  });
});
