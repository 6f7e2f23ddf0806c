import { workingError } from '../working-error.ts';
import type { CurlArgument } from './arguments.ts';

const refused: Readonly<Record<string, readonly [what: string, hint: string]>> = {
  config: ['reads further options from a file (--config)', 'write the options of that file into the command'],
  variable: ['sets variables (--variable)', 'write the values into the command, or use variables of the shell'],
  'expand-url': ['expands variables (--expand-url)', 'write the values into the command'],
  'expand-header': ['expands variables (--expand-header)', 'write the values into the command'],
  'expand-data': ['expands variables (--expand-data)', 'write the values into the command'],
  'expand-user': ['expands variables (--expand-user)', 'write the values into the command'],
  digest: ['answers a challenge (--digest)', 'Digest cannot be compared: the header is made from what the server sends'],
  ntlm: ['answers a challenge (--ntlm)', 'NTLM cannot be compared: the header is made from what the server sends'],
  negotiate: ['answers a challenge (--negotiate)', 'Negotiate cannot be compared: the header is made by the machine’s own login'],
  anyauth: ['chooses its authentication (--anyauth)', 'write --basic, if that is the one'],
};

/** Refuses, with a HarnessError, a command whose request only curl itself could tell. */
export function checkCurlOptions(options: readonly CurlArgument[]): void {
  for (const { name, place } of options) {
    const [what, hint] = refused[name] ?? [];
    if (what !== undefined && hint !== undefined) throw workingError('invalid-option', `the command ${what}`, { hint, place });
  }
}
