import { readFileSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { HarnessError } from '../../harness-error.ts';
import { decodeText } from './decode-text.ts';

/** The files of one run, read once; their texts are kept so that errors can be drawn in them. */
export interface SourceFiles {
  readonly texts: ReadonlyMap<string, string>;
  /** Reads a file of UTF-8, or of UTF-16 with a byte order mark (`-` is standard input). `purpose` names it in errors: `the action`. */
  readonly read: (path: string, purpose: string) => Promise<SourceFile>;
  /** Keeps a text that did not come from a file (a formula of the command line), so that errors can be drawn in it. */
  readonly keep: (name: string, text: string) => SourceFile;
}

export interface SourceFile {
  /** As in `Source.file`: the path the user gave, or `standard input`. */
  readonly name: string;
  readonly text: string;
}

const mebibyte = 1024 * 1024;
/** Tines' own bound on an event is 100 MB; an export is far smaller. */
const largestFile = 128 * mebibyte;

/** Reads files for one run. `readStandardInput` gives null where there is more than it may read. */
export function createSourceFiles(readStandardInput: (mostBytes: number) => Promise<string | null>): SourceFiles {
  const texts = new Map<string, string>();
  const readInput = async (purpose: string): Promise<string> => {
    const text = await readStandardInput(largestFile);
    if (text === null)
      throw tooLarge(`${purpose}, standard input, has more than ${largestFile / mebibyte} MiB, which is the most that is read`);
    return text;
  };
  const read = async (path: string, purpose: string): Promise<SourceFile> => {
    const name = path === '-' ? 'standard input' : path;
    const known = texts.get(name);
    const text = known ?? (path === '-' ? await readInput(purpose) : await readWhole(path, purpose));
    texts.set(name, text);
    return { name, text };
  };
  const keep = (name: string, text: string): SourceFile => {
    texts.set(name, text);
    return { name, text };
  };
  return { texts, read, keep };
}

async function readWhole(path: string, purpose: string): Promise<string> {
  try {
    const state = statSync(path);
    const { size } = state;
    if (size > largestFile) {
      throw tooLarge(
        `the file of ${purpose}, ‹${path}›, has ${Math.ceil(size / mebibyte)} MiB; at most ${largestFile / mebibyte} are read`,
      );
    }
    // A pipe may keep us waiting, and nothing must keep an interruption waiting.
    return decodeText(state.isFile() ? readFileSync(path) : await readFile(path));
  } catch (error) {
    if (error instanceof HarnessError) throw error;
    throw new HarnessError('unreadable-file', `the file of ${purpose}, ‹${path}›, cannot be read: ${readFailure(error)}`, {
      hint: hintFor(error),
    });
  }
}

function tooLarge(message: string): HarnessError {
  return new HarnessError('too-large', message, {
    hint: 'cut the action out of the export (copy it in Tines), or export one story alone',
  });
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

function readFailure(error: unknown): string {
  const known: Readonly<Record<string, string>> = {
    ENOENT: 'it does not exist',
    EACCES: 'permission denied',
    EISDIR: 'it is a directory',
    ERR_STRING_TOO_LONG: 'it is too large',
  };
  return known[codeOf(error)] ?? (codeOf(error) || 'unknown reason');
}

function hintFor(error: unknown): string {
  return codeOf(error) === 'ENOENT' ? 'check the path; `-` reads standard input' : 'check the path and its permissions';
}
