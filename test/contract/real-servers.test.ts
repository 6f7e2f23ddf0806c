import { createServer } from 'node:net';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { reportOf, reportsOf } from '../e2e/report-of.ts';
import { createWorkshop, runExecutable } from '../e2e/run-executable.ts';
import { makeAuthority, makeCertificate } from '../support/certificates.ts';
import type { RealServer } from './real-server.ts';
import { hasApache, startApache } from './real-server-apache.ts';
import { credentials, events, type RealCase } from './real-server-case.ts';
import { apacheCases } from './real-server-cases-apache.ts';
import { httpbinCases } from './real-server-cases-httpbin.ts';
import { influxdbCases } from './real-server-cases-influxdb.ts';
import { nginxCases } from './real-server-cases-nginx.ts';
import { rabbitmqCases } from './real-server-cases-rabbitmq.ts';
import { registryCases } from './real-server-cases-registry.ts';
import { transportCases } from './real-server-cases-transport.ts';
import { hasHttpbin, startHttpbin } from './real-server-httpbin.ts';
import { hasInfluxdb, startInfluxdb } from './real-server-influxdb.ts';
import { hasNginx, startNginx } from './real-server-nginx.ts';
import { hasRabbitmq, startRabbitmq } from './real-server-rabbitmq.ts';
import { hasRegistry, startRegistry } from './real-server-registry.ts';

const day = 86_400_000;

interface Suite {
  readonly name: string;
  readonly isInstalled: boolean;
  /** Whether it may be missing where everything else is installed: it is large, or not in every distribution. */
  readonly isOptional?: boolean;
  readonly cases: readonly RealCase[];
  readonly start: () => Promise<RealServer>;
}

const suites: readonly Suite[] = [
  { name: 'nginx-light', isInstalled: hasNginx, cases: [...nginxCases, ...transportCases], start: startGate },
  {
    name: 'apache2',
    isInstalled: hasApache,
    cases: apacheCases,
    start: async () => startApache({ good: await makeCertificate(), authority: await makeAuthority() }),
  },
  { name: 'python3-httpbin', isInstalled: hasHttpbin, cases: httpbinCases, start: startHttpbin },
  { name: 'rabbitmq-server', isInstalled: hasRabbitmq, isOptional: true, cases: rabbitmqCases, start: startRabbitmq },
  { name: 'influxdb', isInstalled: hasInfluxdb, isOptional: true, cases: influxdbCases, start: startInfluxdb },
  {
    name: 'docker-registry',
    isInstalled: hasRegistry,
    isOptional: true,
    cases: registryCases,
    start: async () => startRegistry({ good: await makeCertificate() }),
  },
];

async function startGate(): Promise<RealServer> {
  const nginx = await startNginx({
    good: await makeCertificate(),
    expired: await makeCertificate({ from: new Date(Date.now() - 20 * day), until: new Date(Date.now() - day) }),
    elsewhere: await makeCertificate({ host: 'elsewhere.example' }),
    authority: await makeAuthority(),
  });
  // What nginx asks for an answer and never gets one from.
  const silent = createServer().listen(nginx.ports['silent'], '127.0.0.1');
  // The limits are used up before the program comes.
  for (const place of ['limited', 'busy'])
    for (let call = 0; call < 2; call += 1)
      await (await fetch(`http://127.0.0.1:${nginx.ports['http']}/${place}/item.json`)).arrayBuffer();
  return { ports: nginx.ports, stop: () => nginx.stop().finally(() => silent.close()) };
}

for (const { name, isInstalled, isOptional = false, cases, start } of suites) {
  if (!isInstalled && !isOptional && process.env['CI'] !== undefined)
    throw new Error(`${name} is not installed: apt-get install ${name}`);
  if (!isInstalled) console.warn(`${name} is not installed: the cases against it are SKIPPED (apt-get install ${name})`);

  describe.skipIf(!isInstalled)(`against ${name}`, () => {
    const reports = new Map<string, Report>();
    beforeAll(async () => {
      const server = await start();
      try {
        for (const report of await compareAll(cases, server.ports)) reports.set(report.action.name, report);
      } finally {
        await server.stop();
      }
    }, 120_000);

    it.each(cases)('$title: $cause', ({ title, cause, alike = [] }) => {
      const { diagnoses, verdict, experiments } = reports.get(title) ?? expect.fail('not compared');
      const said = JSON.stringify({ verdict, diagnoses, experiments }, null, 1);
      if (cause === null) {
        expect([verdict.code, diagnoses], said).toEqual(['works-outside', []]);
        return;
      }
      expect([cause, ...alike], said).toContain(diagnoses[0]?.code);
      for (const { code, confidence } of diagnoses) if (confidence === 'confirmed') expect(code, said).toBe(cause);
    });

    it('costs at most six requests in the median', () => {
      const counts = [...reports.values()].map(({ experiments }) => experiments.length).sort((left, right) => left - right);
      expect(counts[counts.length >> 1]).toBeLessThanOrEqual(6);
    });

    it('shows no credential', () => {
      const text = JSON.stringify([...reports.values()]);
      for (const value of Object.values(credentials))
        if (value.length > 8) expect(text).not.toContain(JSON.stringify(value).slice(1, -1));
    });
  });
}

const environment = Object.fromEntries(
  Object.entries(credentials).map(([name, value]) => [`TINES_CREDENTIAL_${name.toUpperCase()}`, value]),
);

/** Runs the program once for all cases that have the same words. */
async function compareAll(cases: readonly RealCase[], ports: RealServer['ports']): Promise<readonly Report[]> {
  const workshop = createWorkshop();
  const fill = (text: string): string =>
    text
      .replace(/\{(\w+)_port\}/g, (_, name: string) => String(ports[name]))
      .replace(/\{(\w+)\}/g, (whole, name: string) => (ports[name] === undefined ? whole : `127.0.0.1:${ports[name]}`));
  const reports: Report[] = [];
  try {
    for (const words of new Set(cases.map((one) => JSON.stringify([one.words ?? [], one.event ?? null])))) {
      const group = cases.filter((one) => JSON.stringify([one.words ?? [], one.event ?? null]) === words);
      const agents = group.map(({ title, options }) => ({ type: 'Agents::HTTPRequestAgent', name: title, options }));
      const action = workshop.write('actions.json', fill(JSON.stringify({ agents })));
      const event = group[0]?.event === undefined ? [] : ['--event', workshop.write('event.json', events[group[0].event])];
      const { stdout, stderr } = await runExecutable(
        [
          'compare',
          '--action',
          action,
          '--all',
          '--allow-writes',
          '--repeat',
          '1',
          '--json',
          ...(group[0]?.words ?? []),
          ...event,
        ],
        { environment },
      );
      expect(stderr).toBe('');
      reports.push(...(stdout.startsWith('[') ? reportsOf(stdout) : [reportOf(stdout)]));
    }
  } finally {
    workshop.remove();
  }
  return reports;
}
