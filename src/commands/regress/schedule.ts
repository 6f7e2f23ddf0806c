/** A piece of work that keeps one request to its host under way at a time. */
export interface ScheduledTask {
  readonly lane: 'curl' | 'postman' | 'collection';
  readonly host: string;
  readonly run: () => Promise<void>;
}

interface Limits {
  /** Tasks of one lane at once. */
  readonly jobs: number;
  /** Tasks of all lanes at once for this host. */
  readonly perHost: (host: string) => number;
  /** True once nothing more is to be started. */
  readonly isOver: () => boolean;
}

/** Runs tasks within the limits; a busy host does not hold up the others. Ends when all that was started has ended; the first error is thrown then. */
export async function runScheduled(tasks: readonly ScheduledTask[], { jobs, perHost, isOver }: Limits): Promise<void> {
  const queues = new Map<string, ScheduledTask[]>();
  for (const task of tasks) {
    const key = `${task.lane} ${task.host}`;
    const queue = queues.get(key);
    if (queue === undefined) queues.set(key, [task]);
    else queue.push(task);
  }
  const waiting = new Map([...queues].map(([key, queue]) => [key, queue.values()]));
  const lanes = new Map<string, number>();
  const hosts = new Map<string, number>();
  const running = new Set<Promise<void>>();
  const errors: unknown[] = [];
  const count = (counts: Map<string, number>, key: string, change: number): void =>
    void counts.set(key, (counts.get(key) ?? 0) + change);

  const startWhatFits = (): void => {
    for (let started = true; started; ) {
      started = false;
      for (const [key, queue] of waiting) {
        const [first] = queues.get(key) ?? [];
        if (isOver() || errors.length > 0) return;
        if (first === undefined || (lanes.get(first.lane) ?? 0) >= jobs || (hosts.get(first.host) ?? 0) >= perHost(first.host))
          continue;
        const next = queue.next();
        if (next.done === true) {
          waiting.delete(key);
          continue;
        }
        started = true;
        start(next.value);
      }
    }
  };
  const start = (task: ScheduledTask): void => {
    count(lanes, task.lane, 1);
    count(hosts, task.host, 1);
    const promise = task
      .run()
      .catch((error: unknown) => void errors.push(error))
      .finally(() => {
        count(lanes, task.lane, -1);
        count(hosts, task.host, -1);
        running.delete(promise);
      });
    running.add(promise);
  };
  for (startWhatFits(); running.size > 0; startWhatFits()) await Promise.race(running);
  if (errors.length > 0) throw errors[0];
}
