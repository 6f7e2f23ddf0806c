import { execFile, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emitCurl } from '../../src/emit/curl/emit-curl.ts';
import { printShell } from '../../src/emit/curl/print-shell.ts';
import { variableValue } from '../../src/emit/text-value.ts';
import type { RequestSpec } from '../../src/model/request-spec.ts';
import type { Variable } from '../../src/model/text.ts';
import { type RecordingServer, startRecordingServer } from '../support/recording-server.ts';
import { hostilePolicy } from './emit-hostile-requests.ts';

/** A program of this name stands on the path; if anything runs it, it leaves a file behind. */
const canary = 'canary';
const anywhere = [
  `$(${canary})`,
  `\`${canary}\``,
  `';${canary};'`,
  `";${canary};"`,
  `|${canary}|`,
  `&${canary}&`,
  `!${canary}`,
  '!!',
  '!$',
  `%${canary}%`,
  `%(${canary})`,
  `\\';${canary};`,
  `$'\\n${canary}'`,
  `>${canary}-out`,
  `<(${canary})`,
  `$\{x:=$(${canary})}`,
  `{${canary},}`,
  `*`,
  `~`,
];
const withSpaces = [
  ...anywhere,
  `x' ; ${canary} ; '`,
  `" ; ${canary} #`,
  `$(${canary} a b)`,
  `--output ${canary}-out`,
  `-o ${canary}-out`,
];
const withLines = [
  ...withSpaces,
  `\n${canary}\n`,
  `'\n${canary}\n'`,
  `\r\n${canary}\r\n`,
  `\\\n${canary}\n`,
  `\nEOF\n${canary}\n`,
  `\n!${canary}\n`,
  `\u2028${canary}`,
];
const inToken = [
  `\`${canary}\``,
  `'|${canary}|'`,
  `&${canary}&`,
  `|${canary}`,
  `!${canary}`,
  '!!',
  `%${canary}%`,
  `$${canary}`,
  `'`,
];

let server: RecordingServer;
let directory: string;
let requests: readonly RequestSpec[];
const values = new Map<string, string>();

beforeAll(async () => {
  server = await startRecordingServer();
  directory = mkdtempSync(path.join(tmpdir(), 'emit-inert-'));
  for (const name of ['bin', 'here']) mkdirSync(path.join(directory, name));
  const program = path.join(directory, 'bin', canary);
  writeFileSync(program, `#!/bin/sh\n: > '${directory}/here/canary-ran'\n`);
  chmodSync(program, 0o755);
  requests = writeRequests(server.origin);
});
afterAll(async () => {
  rmSync(directory, { recursive: true, force: true });
  await server.close();
});

/** Every payload in every position that takes it. */
function writeRequests(origin: string): readonly RequestSpec[] {
  const request = (parts: Partial<RequestSpec>): RequestSpec => ({
    method: 'POST',
    url: [`${origin}/`],
    headers: [],
    body: { kind: 'none' },
    policy: hostilePolicy,
    ...parts,
  });
  const secret = (value: string): Variable => {
    const name = `secret_${values.size}`;
    values.set(name, value);
    return { name, from: [`CREDENTIAL.${name}`], encodings: [] };
  };
  return [
    ...inToken.map((text) => request({ method: text.toUpperCase(), headers: [[text, ['x']]] })),
    ...anywhere.map((text) => request({ url: [`${origin}/${text}?q=${text}&r`], headers: [['X-Text', [text]]] })),
    ...withSpaces.map((text) =>
      request({
        headers: [
          ['X-Text', [text]],
          ['X-Secret', ['a ', secret(text)]],
          ['X-Mixed', [text, secret('x'), text]],
        ],
      }),
    ),
    ...withLines.flatMap((text) => [
      request({
        // The comment above the command says what such variables must hold.
        headers: [
          ['Authorization', ['Basic ', { ...secret(text), encodings: ['base64'], of: [`${text}:`, secret(text)] }]],
          ['X-Made', [{ ...secret('x'), from: [`CREDENTIAL.${text}`] }]],
          ['X-Composed', [{ ...secret(''), encodings: ['base64'], of: [text, secret('x')] }]],
        ],
        body: { kind: 'text', text: [text, secret(text), text] },
      }),
      // With NUL in it, the body comes from printf.
      request({ body: { kind: 'text', text: [`\0${text}`, secret(text)] } }),
    ]),
    request({
      body: {
        kind: 'multipart',
        boundary: 'b',
        parts: withLines.map((text) => ({ name: [text], filename: [text], headers: [], content: [text] })),
      },
    }),
  ];
}

interface ShellRun {
  readonly shell: string;
  readonly options: readonly string[];
  readonly inline: boolean;
}

describe.each<ShellRun>([
  { shell: 'bash', options: [], inline: false },
  { shell: 'bash', options: [], inline: true },
  { shell: 'dash', options: [], inline: false },
  { shell: 'zsh', options: [], inline: false },
  // At a prompt history is expanded, and for zsh a line that begins with # is a command.
  { shell: 'zsh', options: ['-f', '-i', '-s'], inline: false },
  { shell: 'bash', options: ['--norc', '-i'], inline: false },
])('$shell $options', ({ shell, options, inline }) => {
  test(`runs the one request of each command and nothing else${inline ? ', the values of secrets written out' : ''}`, async (context) => {
    if (!(await isInstalled(shell))) return context.skip(`${shell} is not installed`);
    server.clear();
    const environment: Record<string, string> = {
      PATH: `${path.join(directory, 'bin')}:${process.env.PATH ?? ''}`,
      HOME: directory,
      HISTFILE: '/dev/null',
      TERM: 'dumb',
    };
    const commands = requests.map((request) => {
      const command = emitCurl(request);
      for (const { variable, environment: name } of command.variables) environment[name] = variableValue(variable, values);
      return `${printShell(command, 'bash', inline ? { values } : {}).command}\n`;
    });
    // Commands as they are pasted, one after the other, on standard input.
    const child = spawn(shell, options, {
      cwd: path.join(directory, 'here'),
      env: environment,
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    child.stdin.end(commands.join(''));
    await new Promise((resolve) => child.on('close', resolve));
    expect(readdirSync(path.join(directory, 'here'))).toEqual([]);
    expect(server.requests.length).toBe(requests.length);
  });
});

function isInstalled(shell: string): Promise<boolean> {
  return new Promise((resolve) => {
    execFile(shell, ['-c', ':'], (error) => resolve(error === null));
  });
}
