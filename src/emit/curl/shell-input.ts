import type { Variable } from '../../model/text.ts';
import type { CurlCommand } from './curl-command.ts';

/** What a printer for one shell works from. */
export interface ShellInput {
  readonly command: CurlCommand;
  /** Lines that say what the derived variables must hold. */
  readonly notes: readonly string[];
  /** The environment variable that holds a secret. */
  readonly nameOf: (variable: Variable) => string;
  readonly sideFiles: boolean;
  readonly bodyFile: string;
}
