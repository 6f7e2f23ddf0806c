import type { CommandInput } from '../shell/shell-word.ts';
import type { WorkingContext } from '../working-context.ts';
import { type WorkingPlace, workingError } from '../working-error.ts';

/** Where a curl command reads from: its standard input, as far as the script says it, and files. */
export interface CurlSources {
  readonly input: CommandInput | undefined;
  readonly readBytes: WorkingContext['readBytes'];
}

/** The bytes behind `@path`; `-` is standard input. Throws a HarnessError where they cannot be had. */
export function readCurlFile(path: string, { input, readBytes }: CurlSources, place: WorkingPlace): Uint8Array {
  if (path !== '-') return readBytes(path);
  if (input?.kind === 'file') return readBytes(input.path);
  if (input?.kind === 'text') return Buffer.from(input.text, 'utf8');
  throw workingError('invalid-option', 'the command reads its standard input, and the file does not say what stands there', {
    hint: "write the body into the command: --data-raw '…', or a here-document (<<'END')",
    place,
  });
}
