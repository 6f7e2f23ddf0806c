import { spawnSync } from 'node:child_process';

/** One line of the table: a ratio and the most that it may be. */
export interface Figure {
  readonly what: string;
  readonly ratio: number;
  readonly most: number;
  readonly note: string;
}

/** Prints a figure for the runner of the benchmarks. */
export function printFigure(figure: Figure): void {
  process.stdout.write(`${JSON.stringify(figure)}\n`);
}

/** The middle of the values. */
export function median(values: readonly number[]): number {
  return [...values].sort((left, right) => left - right)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** Milliseconds that one call takes. */
export function time(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

/** Milliseconds of a whole process; fails where it cannot be started. */
export function timeProcess(command: string, words: readonly string[], environment: NodeJS.ProcessEnv = process.env): number {
  return time(() => {
    const { error } = spawnSync(command, words, { env: environment, stdio: 'ignore' });
    if (error !== undefined) throw error;
  });
}

/** Runs two things in turn, so that a change of the machine's speed meets both, and gives the medians of their times. */
export function interleave(
  rounds: number,
  left: () => number,
  right: () => number,
): { readonly left: number; readonly right: number } {
  left();
  right();
  const [lefts, rights]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    lefts.push(left());
    rights.push(right());
  }
  return { left: median(lefts), right: median(rights) };
}

/** `12.3 ms against 4.5 ms`. */
export function against(left: number, right: number): string {
  return `${left.toFixed(1)} ms against ${right.toFixed(1)} ms`;
}
