import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { createWorkshop, type Workshop } from './run-executable.ts';
import { type Watched, watchExecutable } from './watch-executable.ts';

/** A text by its place: a file's name, `stdout`. */
export type Placed = readonly [place: string, text: string];

/** Where a test with planted secrets keeps its files, runs the program, and looks for them. */
export interface PlantedWorkshop extends Workshop {
  /** Runs the program, with its temporary files in a directory of their own. */
  readonly watch: (words: readonly string[]) => Promise<Watched>;
  /** Which texts that must not be seen stand in a text. */
  readonly hitsIn: (text: string) => readonly string[];
  /** Fails where one of them stands in what was printed, an argument, an environment, a temporary file, or one of the files given. */
  readonly expectClean: (what: string, watched: Watched, files?: readonly Placed[]) => void;
  /** The options that write a report of every kind, and the reports once they are written. */
  readonly reports: (name: string, kinds?: readonly string[]) => Reports;
  readonly temporary: Workshop;
}

export interface Reports {
  readonly words: readonly string[];
  readonly read: () => readonly Placed[];
}

/** An HTTP Request action of a story. */
export const agentOf = (name: string, options: object) => ({
  type: 'Agents::HTTPRequestAgent',
  name,
  options: { method: 'get', ...options },
});

/** `wanted`: what must not be seen, each text with what it is. */
export function createPlantedWorkshop(wanted: readonly Placed[]): PlantedWorkshop {
  const workshop = createWorkshop();
  const temporary = createWorkshop();
  const hitsIn = (text: string): readonly string[] =>
    wanted.filter(([, spelled]) => text.includes(spelled)).map(([what]) => what);
  return {
    ...workshop,
    temporary,
    hitsIn,
    watch: (words) => watchExecutable(words, temporary),
    expectClean: (what, { stdout, stderr, seen }, files = []) => {
      expect(seen.size).toBeGreaterThan(0);
      for (const [place, text] of [['stdout', stdout], ['stderr', stderr], ...seen, ...files] as const)
        expect([what, place, hitsIn(text)]).toEqual([what, place, []]);
    },
    reports: (name, kinds = ['json', 'markdown', 'html', 'junit', 'terminal']) => {
      const fileOf = (kind: string): string => path.join(workshop.directory, `${name}.${kind}`);
      return {
        words: kinds.flatMap((kind) => ['--report', `${kind}=${fileOf(kind)}`]),
        read: () => kinds.map((kind) => [kind, readFileSync(fileOf(kind), 'utf8')]),
      };
    },
    remove: () => {
      workshop.remove();
      temporary.remove();
    },
  };
}
