import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import type { SandboxRoute } from '../../src/sandbox/route.ts';
import { type ScenarioFiles, scenarioFiles } from '../../src/sandbox/scenario-files.ts';
import { type Sandbox, sandboxRoutes, startSandbox } from '../../src/sandbox/start-sandbox.ts';
import { reportOf, reportsOf } from './report-of.ts';
import { createWorkshop, runExecutable } from './run-executable.ts';

/** A route's files, with credentials and a guid that no other route has, so that many fit into one process. */
function distinctFiles(route: SandboxRoute, index: number, origin: string): ScenarioFiles & { readonly guid: string } {
  const files = scenarioFiles(route, origin);
  const action: Readonly<Record<string, unknown>> = JSON.parse(
    files.action.replace(/CREDENTIAL\.(\w+)/gu, `CREDENTIAL.$1_n${index}`),
  );
  const guid = index.toString(16).padStart(32, '0');
  const environment = Object.entries(files.environment).map(([name, value]) => [`${name}_N${index}`, value] as const);
  return { ...files, guid, action: JSON.stringify({ ...action, guid }), environment: Object.fromEntries(environment) };
}

const alone = sandboxRoutes.filter(({ scenario }) => scenario.log !== undefined || scenario.data !== undefined);
const together = sandboxRoutes.filter((route) => !alone.includes(route));
const working = together.filter(({ scenario }) => scenario.verdict === 'works');
const failing = together.filter(({ scenario }) => scenario.verdict !== 'works');

describe('the routes of the sandbox', () => {
  const workshop = createWorkshop();
  let sandbox: Sandbox;
  const reports = new Map<string, Report>();
  const statuses = new Map<string, number | null>();

  async function compareAll(name: string, routes: readonly SandboxRoute[]): Promise<void> {
    const files = routes.map((route, index) => distinctFiles(route, index, sandbox.origin));
    const agents: unknown[] = files.map(({ action }): unknown => JSON.parse(action));
    const events = files.flatMap(({ event, guid }, index) =>
      event === null
        ? []
        : [{ id: index + 1, agent_guid: guid, created_at: new Date().toISOString(), payload: JSON.parse(event) }],
    );
    const words = [
      '--action',
      workshop.write(`${name}.json`, { name, agents }),
      '--event',
      workshop.write(`${name}.events.json`, { events }),
    ];
    const environment = Object.assign({}, ...files.map((file) => file.environment));
    const { status, stdout, stderr } = await runExecutable(
      ['compare', ...words, '--all', '--json', '--allow-writes', '--jobs', '8'],
      { environment },
    );
    expect(stderr).toBe('');
    statuses.set(name, status);
    for (const report of reportsOf(stdout)) reports.set(report.action.name, report);
  }

  async function compareAlone(route: SandboxRoute): Promise<void> {
    const { action, event, data, log, environment } = scenarioFiles(route, sandbox.origin);
    const words = ['--action', workshop.write(`${route.name}.json`, action)];
    if (event !== null) words.push('--event', workshop.write(`${route.name}.event.json`, event));
    if (data !== null) words.push('--data', workshop.write(`${route.name}.data.json`, data));
    if (log !== null) words.push('--log', workshop.write(`${route.name}.log.json`, log));
    const { status, stdout, stderr } = await runExecutable(['compare', ...words, '--json', '--allow-writes'], { environment });
    expect(stderr).toBe('');
    statuses.set(route.name, status);
    const report = reportOf(stdout);
    reports.set(report.action.name, report);
  }

  beforeAll(async () => {
    sandbox = await startSandbox(0);
    await compareAll('working', working);
    await compareAll('failing', failing);
    for (const route of alone) await compareAlone(route);
  }, 300_000);
  afterAll(async () => {
    await sandbox.close();
    workshop.remove();
  });

  it('are enough to mean something', () => {
    expect(working.length).toBeGreaterThan(1);
    expect(failing.length).toBeGreaterThan(10);
  });

  it('give exit status 0 where all works, 1 where something fails', () => {
    expect(statuses.get('working')).toBe(0);
    expect(statuses.get('failing')).toBe(1);
    for (const { name, scenario } of alone)
      expect([name, statuses.get(name)]).toEqual([name, scenario.verdict === 'works' ? 0 : 1]);
  });

  it.each(sandboxRoutes.map((route) => [route.name, route] as const))('%s has its verdict', (_, { scenario }) => {
    const report = reports.get(scenario.action.name);
    const { code, text } = report?.verdict ?? {};
    expect(code, text).toBe(scenario.verdict);
  });

  it('are sent alike by both clients: no difference counts in what was sent', () => {
    const sent = [...reports.values()].flatMap(({ action, differences }) =>
      differences
        .filter(({ path, noise, between }) => path.startsWith('sent.') && noise === undefined && !between.includes('tines'))
        .map((difference) => ({ action: action.name, ...difference })),
    );
    expect(sent).toEqual([]);
  });
});
