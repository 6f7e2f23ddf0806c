import { HarnessError } from '../harness-error.ts';
import { commandEntry } from './commands.ts';
import { parseArguments } from './parse-arguments.ts';
import { hideTypedSecrets } from './terminal/hide-typed-secrets.ts';
import type { Surroundings } from './terminal/terminal.ts';
import { version } from './version.ts';

const trouble = 2;

/**
 * Runs one command line and gives its exit status: 0, 1, 2 or 130. Every `HarnessError` is drawn here; anything else is a defect, told without its
 * message, in which a secret may stand. No message tells what looks like a secret in the words.
 */
export async function runProgram(words: readonly string[], given: Surroundings): Promise<number> {
  const surroundings = hideTypedSecrets(words, given);
  const { terminal, signal } = surroundings;
  try {
    return await dispatch(words, surroundings);
  } catch (error) {
    if (signal.aborted) return 130;
    if (error instanceof HarnessError) {
      const { drawTrouble } = await import('./terminal/draw-trouble.ts');
      terminal.tell(drawTrouble(error, surroundings));
    } else terminal.tell(describeDefect(error));
    return trouble;
  }
}

async function dispatch(words: readonly string[], surroundings: Surroundings): Promise<number> {
  const { terminal } = surroundings;
  const request = parseArguments(words);
  switch (request.kind) {
    case 'version':
      await terminal.print(`${version}\n`);
      return 0;
    case 'help': {
      const { helpText } = await import('./show-help.ts');
      await terminal.print(await helpText(request.command, terminal.columns));
      return 0;
    }
    case 'command': {
      const command = await commandEntry(request.command).load();
      return await command(request.invocation, surroundings);
    }
    default:
      return request satisfies never;
  }
}

function describeDefect(error: unknown): string {
  const frames = error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /u.test(line)) : [];
  const name = error instanceof Error ? error.name : typeof error;
  return [
    `error[internal]: this is a defect of this program (${name}); please report it with these lines`,
    ...frames.slice(0, 6),
  ].join('\n');
}
