import type { Options } from '../cli/options.ts';
import type { Surroundings } from '../cli/terminal/terminal.ts';

/** The command line after parsing. */
export interface Invocation {
  readonly options: Options;
  /** Words that are no option, without the command's name. */
  readonly words: readonly string[];
}

/** Runs a command to its end and gives the exit status. Trouble is thrown as `HarnessError`. */
export type Command = (invocation: Invocation, surroundings: Surroundings) => Promise<number>;
