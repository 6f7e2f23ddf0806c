import { createSourceFiles } from '../../../src/cli/files/source-files.ts';
import type { Surroundings, Terminal } from '../../../src/cli/terminal/terminal.ts';

/** A terminal that keeps what is written to it, and surroundings for one command line. */
export interface FakeSurroundings extends Surroundings {
  readonly printed: readonly string[];
  readonly told: readonly string[];
}

interface Given {
  readonly environment?: Readonly<Record<string, string>>;
  readonly standardInput?: string;
  readonly workingDirectory?: string;
  readonly now?: Date;
  /** Answers to the questions, in order; without them there is no terminal to ask at. */
  readonly answers?: readonly string[];
}

/** Surroundings without a process: the clock stands still, nothing is asked unless answers are given. */
export function fakeSurroundings(given: Given = {}): FakeSurroundings {
  const printed: string[] = [];
  const told: string[] = [];
  const answers = [...(given.answers ?? [])];
  const ask = given.answers === undefined ? undefined : async () => answers.shift() ?? '';
  const terminal: Terminal = {
    print: async (text) => void printed.push(text),
    tell: (text) => void told.push(text),
    colour: { output: false, messages: false },
    columns: 100,
    ask,
    askHidden: ask,
  };
  return {
    printed,
    told,
    terminal,
    environment: given.environment ?? {},
    workingDirectory: given.workingDirectory ?? process.cwd(),
    nodeVersion: process.versions.node,
    files: createSourceFiles(async () => given.standardInput ?? ''),
    signal: new AbortController().signal,
    now: () => given.now ?? new Date('2026-11-24T10:00:00Z'),
  };
}
