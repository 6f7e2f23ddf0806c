import { setTimeout as wait } from 'node:timers/promises';
import { childrenOf, readProcess } from './children-of.ts';
import { filesBelow } from './files-below.ts';
import { type Ended, type Settings, startExecutable, type Workshop } from './run-executable.ts';

/** How a run ended, and what could be seen from outside while it went on. */
export interface Watched extends Ended {
  /** Arguments and environments of its processes, and its temporary files, by place. */
  readonly seen: ReadonlyMap<string, string>;
  readonly children: ReadonlySet<number>;
}

/** Runs the program and looks at every process of it in /proc, and at every temporary file, while it runs. */
export async function watchExecutable(words: readonly string[], temporary: Workshop, settings: Settings = {}): Promise<Watched> {
  const environment = { ...settings.environment, TMPDIR: temporary.directory };
  const running = startExecutable(words, { ...settings, environment });
  const seen = new Map<string, string>();
  const children = new Set<number>();
  let isOver = false;
  const ended = running.ended.finally(() => {
    isOver = true;
  });
  while (!isOver) {
    for (const pid of [running.pid, ...childrenOf(running.pid)]) {
      if (pid !== running.pid) children.add(pid);
      for (const name of ['cmdline', 'environ'] as const) {
        const place = `${pid} ${name}`;
        seen.set(place, `${seen.get(place) ?? ''}${Buffer.from(readProcess(pid, name), 'latin1').toString('utf8')}`);
      }
    }
    for (const [file, text] of filesBelow(temporary.directory)) seen.set(file, text);
    await wait(20);
  }
  return { ...(await ended), seen, children };
}
