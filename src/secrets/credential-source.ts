import { HarnessError } from '../harness-error.ts';
import type { CredentialSurroundings } from './credential-surroundings.ts';
import { readSecretFile } from './sources/read-secret-file.ts';
import { runCredentialCommand } from './sources/run-credential-command.ts';

export type { CredentialSurroundings } from './credential-surroundings.ts';

/**
 * The value behind `env:VAR`, `file:PATH`, `cmd:COMMAND` or `prompt`; one trailing line break of a file or a command is dropped. An empty value
 * is told of. Throws a `HarnessError` that names the credential and its source, never the value.
 */
export async function readCredential(name: string, source: string, surroundings: CredentialSurroundings): Promise<string> {
  const value = await readSource(name, source, surroundings);
  if (value === '') surroundings.warn(`the credential ‹${name}› is empty`);
  return value;
}

async function readSource(name: string, source: string, surroundings: CredentialSurroundings): Promise<string> {
  if (source === 'prompt') return askFor(name, surroundings);
  const colon = source.indexOf(':');
  const rest = source.slice(colon + 1);
  switch (source.slice(0, Math.max(colon, 0))) {
    case 'env':
      return fromEnvironment(name, rest, surroundings);
    case 'file':
      return readSecretFile(name, rest, surroundings);
    case 'cmd':
      return runCredentialCommand(name, rest, surroundings);
    default:
      throw new HarnessError('credential-literal', `the credential ‹${name}› was given as a literal value`, {
        hint: `a value on the command line stands in the shell history and in the process list; use --credential ${name}=env:VAR, file:PATH, cmd:COMMAND or prompt`,
      });
  }
}

async function askFor(name: string, { ask }: CredentialSurroundings): Promise<string> {
  if (ask === undefined) {
    throw new HarnessError('credential-source', `the credential ‹${name}› is to be asked for, and there is no terminal`, {
      hint: `use --credential ${name}=env:VAR, file:PATH or cmd:COMMAND`,
    });
  }
  const value = await ask(`value of CREDENTIAL.${name}`);
  if (value === '') {
    throw new HarnessError('credential-source', `no value was typed for the credential ‹${name}›`, {
      hint: 'run it again, or name another source',
    });
  }
  return value;
}

function fromEnvironment(name: string, variable: string, { environment }: CredentialSurroundings): string {
  const isName = /^[A-Za-z_][A-Za-z0-9_.()-]*$/u.test(variable);
  const value = isName && Object.hasOwn(environment, variable) ? environment[variable] : undefined;
  if (value === undefined) {
    // What stands in a name's place may be the value itself: it is not repeated.
    const what = isName
      ? `the environment variable ‹${variable}›, which is not set`
      : 'an environment variable, and what follows ‹env:› is no name of one';
    throw new HarnessError('credential-source', `the credential ‹${name}› is to come from ${what}`, {
      hint: isName
        ? `set it first, for this command only: ${variable}=… tines-compare …, or name another source`
        : `write --credential ${name}=env:VAR`,
    });
  }
  return value;
}
