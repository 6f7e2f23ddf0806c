import type { Loss } from '../../model/request-spec.ts';
import type { SecretValues } from '../../model/text.ts';

export type Shell = 'bash' | 'powershell' | 'cmd';

export interface ShellOptions {
  /** Given, the secrets stand in the command; otherwise the environment variables that hold them. */
  readonly values?: SecretValues;
  /** Whether a large or binary body may be put into a file of its own; otherwise it stands in the command where the shell allows that. */
  readonly sideFiles?: boolean;
  /** Name of that file; `request-body.bin` unless given. Letters, digits, `.`, `-` and `_`. */
  readonly bodyFile?: string;
}

/** A command for people to copy, and the files that have to stand in its working directory. */
export interface ShellCommand {
  readonly command: string;
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  readonly losses: readonly Loss[];
}
