import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { runProgram } from '../../src/cli/run-program.ts';
import { reportOf } from '../e2e/report-of.ts';
import { fakeSurroundings } from '../unit/cli/surroundings.ts';
import { startAnsweringServer } from './answering-server.ts';

const fixtures = path.resolve(import.meta.dirname, '../../fixtures');
/** The address that the fixtures write; the server of the test has another port of the same length. */
const writtenPort = '58099';

/** A fixture's files in a directory of their own, calling the server at `port`. */
function copyFixture(name: string, port: string): string {
  const directory = mkdtempSync(path.join(tmpdir(), 'fixture-'));
  for (const entry of readdirSync(path.join(fixtures, name), { withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const target = path.join(directory, entry.name);
    copyFileSync(path.join(fixtures, name, entry.name), target);
    writeFileSync(target, readFileSync(target, 'utf8').replaceAll(`127.0.0.1:${writtenPort}`, `127.0.0.1:${port}`));
    chmodSync(target, 0o600);
  }
  return directory;
}

/** The words of the command line that a fixture's files stand for; scope alone, or with what Tines recorded. */
function wordsOf(directory: string, records: boolean): readonly string[] {
  const files = readdirSync(directory);
  const given = (option: string, ...names: readonly string[]): readonly string[] =>
    names.filter((name) => files.includes(name)).flatMap((name) => [option, path.join(directory, name)]);
  const more = files.includes('arguments.txt')
    ? readFileSync(path.join(directory, 'arguments.txt'), 'utf8').trim().split('\n')
    : [];
  return [
    ...given('--action', 'action.json', 'action.tf', 'action.txt'),
    ...given('--data', 'data.json'),
    ...given('--credentials', 'credentials.env', 'credentials.json'),
    ...(records ? [...given('--event', 'event.json'), ...given('--log', 'log.txt')] : []),
    ...more,
  ];
}

/** The text with the fixture's own address and names in the place of this run's, and without what no two runs share. */
function normalized(text: string, directory: string, port: string): string {
  return (
    text
      .replaceAll(`127.0.0.1:${port}`, `127.0.0.1:${writtenPort}`)
      .replaceAll(`${directory}/`, '')
      .replace(/"milliseconds": [\d.]+/gu, '"milliseconds": 0')
      .replace(/\b\d+(?:\.\d+)? ms( *)/gu, (found, blanks: string) => (blanks === '' ? 'N ms' : 'N ms'.padEnd(found.length)))
      .replace(/"(version|curl|newman)": "[\d.]+"/gu, '"$1": "V"')
      .replace(/\b\d{8}T\d{6}Z\b/gu, 'YYYYMMDDTHHMMSSZ')
      .replace(/(Credential=[^,]*?\/)\d{8}\//gu, '$1YYYYMMDD/')
      // Two clients sign in the same second or not: then the times that they sign differ or not.
      .replace(/\d+ × each client signs/gu, 'N × each client signs')
      .replace(/Signature=[0-9a-f]{64}/gu, 'Signature=…')
  );
}

function withoutSigningTime(text: string): string {
  const report = reportOf(text);
  const differences = report.differences.filter(({ path: place }) => place !== 'sent.headers.x-amz-date');
  return `${JSON.stringify({ ...report, differences }, null, 2)}\n`;
}

function checkGolden(file: string, text: string): void {
  if (process.env['UPDATE_GOLDEN'] !== undefined) {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  expect(existsSync(file), `${path.relative(fixtures, file)} is missing; UPDATE_GOLDEN=1 writes it`).toBe(true);
  expect(text).toBe(readFileSync(file, 'utf8'));
}

async function run(words: readonly string[]): Promise<{ readonly status: number; readonly printed: string }> {
  const surroundings = fakeSurroundings({ environment: { PATH: process.env['PATH'] ?? '' } });
  const status = await runProgram(words, surroundings);
  const told = surroundings.told.filter((line) => !line.startsWith('not the same') && !line.startsWith('wrote '));
  expect(told).toEqual([]);
  return { status, printed: surroundings.printed.join('') };
}

const names = readdirSync(fixtures, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

describe.each(names)('fixtures/%s', (name) => {
  const expected = path.join(fixtures, name, 'expected');

  it('has its command and its collection', async () => {
    const directory = copyFixture(name, writtenPort);
    try {
      for (const [kind, file] of [
        ['curl', 'curl.sh'],
        ['postman', 'collection.json'],
      ] as const) {
        const { status, printed } = await run([
          'export',
          kind,
          ...wordsOf(directory, true).filter((word) => word !== '--log' && !word.endsWith('log.txt')),
        ]);
        expect(status).toBe(0);
        checkGolden(path.join(expected, file), normalized(printed, directory, writtenPort));
      }
    } finally {
      rmSync(directory, { recursive: true });
    }
  });

  it('has its report, for people and for programs', async () => {
    const server = await startAnsweringServer(path.join(fixtures, name, 'server.json'));
    const port = String(server.port);
    const directory = copyFixture(name, port);
    try {
      const json = path.join(directory, 'report.json');
      const { status, printed } = await run([
        'compare',
        ...wordsOf(directory, true),
        '--allow-writes',
        '--report',
        'terminal',
        '--report',
        `json=${json}`,
      ]);
      const text = readFileSync(json, 'utf8');
      const { verdict } = reportOf(text);
      expect(status).toBe(verdict.code.startsWith('works') ? 0 : 1);
      expect(port.length).toBe(writtenPort.length);
      checkGolden(path.join(expected, 'report.txt'), normalized(printed, directory, port));
      checkGolden(path.join(expected, 'report.json'), normalized(withoutSigningTime(text), directory, port));
    } finally {
      rmSync(directory, { recursive: true });
      await server.close();
    }
  });
});

it('there are fixtures', () => {
  expect(names.length).toBeGreaterThan(10);
});
