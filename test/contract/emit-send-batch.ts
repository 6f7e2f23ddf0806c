import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { contentBytes } from '../../src/emit/content-bytes.ts';
import { emitCurl } from '../../src/emit/curl/emit-curl.ts';
import { printConfig } from '../../src/emit/curl/print-config.ts';
import { printShell } from '../../src/emit/curl/print-shell.ts';
import { emitPostman } from '../../src/emit/postman/emit-postman.ts';
import { fillEnvironment } from '../../src/emit/postman/fill-environment.ts';
import { variableValue } from '../../src/emit/text-value.ts';
import type { RequestSpec } from '../../src/model/request-spec.ts';
import type { SecretValues } from '../../src/model/text.ts';
import { printCurlConfig, readCurlConfig } from '../../src/run/curl/config.ts';
import { findNewmanHost } from '../../src/run/newman/find-host.ts';
import { startNewman } from '../../src/run/newman/start-newman.ts';
import { type RecordedWireRequest, type RecordingServer, startRecordingServer } from '../support/recording-server.ts';

/** A request addressed to the server of its own, and the values of its secrets. */
export interface BatchRequest {
  /** Its place among the servers. */
  readonly server: number;
  readonly request: RequestSpec;
  readonly values: SecretValues;
}

/** Each request of a batch has a server of its own, which tells what arrived for it. */
export interface BatchSender {
  readonly servers: readonly RecordingServer[];
  /** What Newman said of the requests of the last batch that failed. */
  readonly troubles: readonly string[];
  bash(batch: readonly BatchRequest[]): Promise<Arrivals>;
  config(batch: readonly BatchRequest[]): Promise<Arrivals>;
  /** `merged`: all in one collection, which needs names of variables that are the batch's own. */
  newman(batch: readonly BatchRequest[], merged: boolean): Promise<Arrivals>;
  close(): Promise<void>;
}

/** What arrived for each request, in the order of the batch. */
export type Arrivals = readonly (readonly RecordedWireRequest[])[];

const patience = 60_000;

export async function createBatchSender(size: number): Promise<BatchSender> {
  const servers = await Promise.all(Array.from({ length: size }, () => startRecordingServer()));
  const directory = mkdtempSync(path.join(tmpdir(), 'emit-batch-'));
  const host = startNewman({ hostPath: findNewmanHost(import.meta.url), environment: process.env });
  const troubles: string[] = [];
  const gather = async (batch: readonly BatchRequest[], send: () => Promise<void>): Promise<Arrivals> => {
    troubles.splice(0);
    for (const server of servers) server.clear();
    await send();
    return batch.map(({ server }) => [...(servers[server]?.requests ?? [])]);
  };
  const bash = async (batch: readonly BatchRequest[]): Promise<void> => {
    const script = path.join(directory, 'batch.bash');
    writeFileSync(script, batch.map(({ request, values }) => `${shellBlock(request, values)}\n`).join(''));
    await new Promise<void>((resolve) => {
      execFile(
        'bash',
        [script],
        { env: { PATH: process.env.PATH ?? '', HOME: directory }, cwd: directory, timeout: patience },
        () => resolve(),
      );
    });
  };
  const config = async (batch: readonly BatchRequest[]): Promise<void> => {
    const sections = batch.map(({ request, values }, index) => {
      const command = emitCurl(request);
      const body = path.join(directory, `body-${index}`);
      if (command.content !== null) writeFileSync(body, contentBytes(command.content, values));
      const config = printConfig(command, values, { body });
      // The runner reads and writes a config anew to follow redirects by itself.
      const written = index % 2 === 0 ? config : printCurlConfig(readCurlConfig(config));
      return `${written}output = "/dev/null"\n`;
    });
    const child = spawn('curl', ['--disable', '--silent', '--config', '-'], { stdio: ['pipe', 'ignore', 'inherit'] });
    child.stdin.end(sections.join('next\n'));
    await new Promise((resolve) => child.on('close', resolve));
  };
  const newman = async (batch: readonly BatchRequest[], merged: boolean): Promise<void> => {
    const artifacts = batch.map(({ request, values }, index) => {
      const artifact = emitPostman(request, { name: `request ${index}`, values });
      const environment = fillEnvironment(artifact, values).values.map(({ key, value }) => [key, value] as const);
      return { collection: artifact.collection, environment };
    });
    const [first] = artifacts;
    const all = artifacts.map(({ collection }) => collection);
    const runs = merged
      ? [
          {
            collection: {
              ...first?.collection,
              item: all.flatMap(({ item }) => item),
              variable: all.flatMap(({ variable = [] }) => variable),
            },
            environment: artifacts.flatMap(({ environment }) => environment),
          },
        ]
      : artifacts;
    for (const run of runs) {
      const results = await host.runCollection({
        collection: run.collection,
        environment: new Map(run.environment),
        policy: { timeoutSeconds: patience / 1000, maxBodyBytes: 1e8, verifyTls: true },
        temporaryDirectory: directory,
        signal: new AbortController().signal,
      });
      for (const { name, outcome } of results)
        if (outcome.status === 'failed') troubles.push(`${name}: ${outcome.error.message}`);
    }
  };
  return {
    servers,
    troubles,
    bash: (batch) => gather(batch, () => bash(batch)),
    config: (batch) => gather(batch, () => config(batch)),
    newman: (batch, merged) => gather(batch, () => newman(batch, merged)),
    async close() {
      await host.close();
      await Promise.all(servers.map((server) => server.close()));
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** The command in a shell of its own, which has its secrets in variables. */
function shellBlock(request: RequestSpec, values: SecretValues): string {
  const command = emitCurl(request);
  const exports = command.variables.map(
    ({ variable, environment }) => `export ${environment}='${variableValue(variable, values).replaceAll("'", "'\\''")}'\n`,
  );
  return `(\n${exports.join('')}${printShell(command, 'bash').command}\n) >/dev/null 2>&1`;
}
