import { readdirSync, readFileSync } from 'node:fs';

/** The ids of the processes that a process started, and those that they started (Linux). */
export function childrenOf(pid: number): readonly number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/u.test(name)) continue;
    const stat = readProcess(Number(name), 'stat');
    const parent = /^\d+ \(.*\) \S (\d+)/su.exec(stat)?.[1];
    if (parent !== undefined) parents.set(Number(name), Number(parent));
  }
  const found: number[] = [];
  const waiting = [pid];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const [child, parent] of parents) {
      if (parent !== next) continue;
      found.push(child);
      waiting.push(child);
    }
  }
  return found;
}

/** What `/proc/PID/<name>` holds; empty where the process has ended. */
export function readProcess(pid: number, name: 'stat' | 'cmdline' | 'environ'): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'latin1');
  } catch {
    return '';
  }
}

/** True while a process with this id runs; a dead one that nobody has waited for counts as ended. */
export function isRunning(pid: number): boolean {
  const stat = readProcess(pid, 'stat');
  return stat !== '' && !/^\d+ \(.*\) [ZX]/su.test(stat);
}
