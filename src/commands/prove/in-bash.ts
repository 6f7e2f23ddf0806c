import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Surroundings } from '../../cli/terminal/terminal.ts';
import { emitCurl } from '../../emit/curl/emit-curl.ts';
import { printShell } from '../../emit/curl/print-shell.ts';
import { variableValue } from '../../emit/text-value.ts';
import { cleanEnvironment } from '../../run/clean-environment.ts';
import type { ProvenRequest } from './proven-request.ts';

/** How the command went: null where there is no bash. */
export type BashRun = { readonly messages: string } | null;

interface BashOptions {
  readonly surroundings: Pick<Surroundings, 'environment' | 'signal'>;
  /** Where the command runs, and where its files are put. */
  readonly directory: string;
}

/** Runs the exported cURL command in bash as a user would, its made-up secrets in the variables it names. */
export async function proveInBash(
  { request, values }: ProvenRequest,
  { surroundings, directory }: BashOptions,
): Promise<BashRun> {
  const command = emitCurl(request);
  const script = printShell(command, 'bash', { sideFiles: true });
  for (const { name, bytes } of script.files) await writeFile(path.join(directory, name), bytes);
  const file = path.join(directory, 'command.sh');
  await writeFile(file, script.command);
  const secrets = command.variables.map(({ variable, environment }) => [environment, variableValue(variable, values)] as const);
  return new Promise((resolve) => {
    const child = spawn('bash', [file], {
      cwd: directory,
      env: { ...cleanEnvironment(surroundings.environment), ...Object.fromEntries(secrets) },
      stdio: ['ignore', 'ignore', 'pipe'],
      signal: surroundings.signal,
    });
    let messages = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      messages = (messages + text).slice(-1000);
    });
    child.on('error', (error: NodeJS.ErrnoException) => resolve(error.code === 'ENOENT' ? null : { messages: error.message }));
    child.on('close', () => resolve({ messages }));
  });
}
