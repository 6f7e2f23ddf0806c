import { execFileSync } from 'node:child_process';

/** The ids of the running processes whose command line begins with a program, or with the script that node runs. */
export function findProcesses(program: string): readonly number[] {
  return execFileSync('ps', ['-A', '-o', 'pid=,stat=,args='])
    .toString()
    .split('\n')
    .flatMap((line) => {
      const [, pid, state = '', first, second] = /^\s*(\d+)\s+(\S+)\s+(\S+)(?:.*?\s(\/\S+))?/.exec(line) ?? [];
      return !state.startsWith('Z') && (first === program || second === program) ? [Number(pid)] : [];
    });
}
