import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** What one run of a program took. */
export interface Run {
  readonly milliseconds: number;
  /** The most that any one of its processes had in memory at a time; 0 where the system does not say. */
  readonly peakMegabytes: number;
}

/** Runs Node with these words to its end; fails where its exit status is none of those given. */
export async function measureProcess(words: readonly string[], statuses: readonly number[] = [0]): Promise<Run> {
  const start = performance.now();
  const child = spawn(process.execPath, words, { stdio: 'ignore' });
  let peakMegabytes = 0;
  const look = (): void => {
    for (const pid of [child.pid ?? 0, ...childrenOf(child.pid ?? 0)])
      peakMegabytes = Math.max(peakMegabytes, memoryOf(pid, 'VmHWM'));
  };
  const timer = setInterval(look, 50);
  const status = await new Promise<number | null>((resolve) => child.once('exit', resolve));
  clearInterval(timer);
  if (status === null || !statuses.includes(status)) throw new Error(`‹${words.join(' ')}› ended with ${status}`);
  return { milliseconds: performance.now() - start, peakMegabytes };
}

/** The processes that a process started and that are still there; none where the system does not say. */
export function childrenOf(parent: number): readonly number[] {
  try {
    return readdirSync(`/proc/${parent}/task`).flatMap((thread) =>
      readFileSync(`/proc/${parent}/task/${thread}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number),
    );
  } catch {
    return [];
  }
}

/** The memory of a process in MB, now (`VmRSS`) or the most that it had (`VmHWM`); 0 where the system does not say. */
export function memoryOf(pid: number, field: 'VmRSS' | 'VmHWM'): number {
  try {
    return Number(new RegExp(`^${field}:\\s+(\\d+)`, 'mu').exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}
