import { HarnessError } from '../../harness-error.ts';
import type { CredentialSurroundings } from '../credential-surroundings.ts';
import { awaitChild } from './await-child.ts';
import { decodeSecret } from './decode-secret.ts';
import { longestSecret } from './read-secret-file.ts';
import { splitCommand } from './split-command.ts';

const limitSeconds = 60;

/**
 * What a command prints, run without a shell and with a time limit. It gets the environment without other credentials of ours, and on a terminal its
 * standard input, so that a password manager can ask. Throws a `HarnessError` that names the program and the reason, never what it printed.
 */
export async function runCredentialCommand(
  name: string,
  command: string,
  surroundings: CredentialSurroundings,
  seconds = limitSeconds,
): Promise<string> {
  const [file, ...parameters] =
    splitCommand(command) ?? fail(name, 'has an open quote', `close it: --credential ${name}='cmd:sh -c "…"'`);
  if (file === undefined || file === '')
    return fail(name, 'is empty', `write --credential ${name}='cmd:op read op://vault/item/field'`);
  const isInteractive = surroundings.ask !== undefined;
  const { execa } = await import('execa');
  const child = execa(file, parameters, {
    env: environmentFor(surroundings.environment),
    extendEnv: false,
    stdin: isInteractive ? 'inherit' : 'ignore',
    stderr: 'inherit',
    encoding: 'buffer',
    maxBuffer: longestSecret,
    stripFinalNewline: false,
    reject: false,
    // With a terminal the command keeps it, to ask there; without one it gets a process group, so that all of it can be ended.
    detached: !isInteractive,
    windowsHide: true,
  });
  const ended = await awaitChild(child, {
    seconds,
    isGroup: !isInteractive,
    ...(surroundings.signal === undefined ? {} : { signal: surroundings.signal }),
  });
  const hint = `run ‹${file}› by hand; no shell is involved, so write cmd:sh -c '…' where you need one`;
  if (typeof ended === 'string') return fail(name, `failed: ${ended}`, hint);
  if (ended.isMaxBuffer) return fail(name, 'failed: it printed more than 1 MiB', hint);
  if (ended.failed)
    return fail(name, `failed: ${describeCode(ended.code) ?? `exit status ${ended.exitCode ?? 'unknown'}`}`, hint);
  return decodeSecret(ended.stdout) ?? fail(name, 'failed: what it printed is not text', hint);
}

function environmentFor(environment: CredentialSurroundings['environment']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).flatMap(([key, value]) =>
      value === undefined || /^TINES_(?:CREDENTIAL_|API_KEY$)/iu.test(key) ? [] : [[key, value]],
    ),
  );
}

function describeCode(code: string | undefined): string | undefined {
  return code === 'ENOENT' ? 'there is no such program' : code === 'EACCES' ? 'it may not be run' : code;
}

function fail(name: string, what: string, hint: string): never {
  throw new HarnessError('credential-source', `the command for the credential ‹${name}› ${what}`, { hint });
}
