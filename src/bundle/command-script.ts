import type { CurlCommand } from '../emit/curl/curl-command.ts';
import { printShell } from '../emit/curl/print-shell.ts';

/** The request as a shell script that says which variables it needs. The command's literal secrets are expected to be labels already. */
export function commandScript(command: CurlCommand): string {
  const names = command.variables.map(({ environment }) => environment);
  const needs =
    names.length === 0
      ? []
      : [
          '# Set these first; they are read from the environment and stand nowhere else:',
          ...names.map((name) => `#   export ${name}`),
        ];
  return `${['#!/bin/sh', '# The request of the action, as Tines would send it.', ...needs, printShell(command, 'bash').command].join('\n')}\n`;
}
