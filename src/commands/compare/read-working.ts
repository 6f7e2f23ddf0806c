import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Surroundings } from '../../cli/terminal/terminal.ts';
import { HarnessError } from '../../harness-error.ts';
import { readWorking, type WorkingRequest } from '../../import/read-working.ts';
import type { Policy } from '../../model/request-spec.ts';
import { parseJson } from '../../parse/json/parse-json.ts';
import { isSensitiveName } from '../../secrets/literals/sensitive-name.ts';

/** What the request that works is read beside. */
export interface WorkingInput {
  /** The policy of the action's own request. */
  readonly policy: Policy;
  /** Names of the action's variables. */
  readonly taken: Iterable<string>;
}

/**
 * Reads `--working FILE` or `FILE#request name` (`-` is standard input), and tells what is left out of the request. Its variables' values
 * belong among the action's, its secrets into the redactor.
 * @throws HarnessError where the file, one that it names, or the request in it cannot be read.
 */
export async function readWorkingFile(
  given: string,
  { policy, taken }: WorkingInput,
  surroundings: Surroundings,
): Promise<WorkingRequest> {
  const { files, environment, terminal, workingDirectory } = surroundings;
  const target = splitName(given, workingDirectory);
  const { text, name: file } = await files.read(target.file, 'the request that works');
  const working = readWorking(text, {
    file,
    ...(target.name === undefined ? {} : { name: target.name }),
    policy,
    variable: (name) => environment[name],
    readBytes: (named) => readNamed(named, path.resolve(workingDirectory, named)),
    isSecretName: isSensitiveName,
    parseJson,
    taken: new Set(taken),
  });
  for (const note of working.notes) terminal.tell(`note: ${note}`);
  return working;
}

/** A `#` belongs to the file's name where there is a file of that name. */
function splitName(given: string, workingDirectory: string): { readonly file: string; readonly name?: string } {
  const hash = given.indexOf('#');
  if (hash < 1 || existsSync(path.resolve(workingDirectory, given))) return { file: given };
  const name = given.slice(hash + 1);
  return name === '' ? { file: given.slice(0, hash) } : { file: given.slice(0, hash), name };
}

function readNamed(shown: string, file: string): Uint8Array {
  try {
    // A device or a pipe may never end.
    if (!statSync(file).isFile()) throw Object.assign(new Error(), { code: 'no regular file' });
    return readFileSync(file);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
    throw new HarnessError(
      'unreadable-file',
      `the request that works takes its body from ‹${shown}›, which cannot be read (${code})`,
      {
        hint: 'run this command in the directory in which that request works, or write the body into it',
      },
    );
  }
}
