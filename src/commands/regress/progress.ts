import type { Surroundings } from '../../cli/terminal/terminal.ts';

/** A line on the terminal that says how far the run is; nothing at all where nobody looks at it. */
export interface Progress {
  readonly done: (good: boolean) => void;
  /** Takes the line away. */
  readonly end: () => void;
}

const intervalMilliseconds = 250;
const rewrite = '\u001b[1A\u001b[2K';

/** Shows progress on standard error if that is a terminal and this is no CI. */
export function showProgress(total: number, { terminal, environment }: Surroundings): Progress {
  if (terminal.ask === undefined || (environment['CI'] ?? '') !== '' || total === 0)
    return { done: () => undefined, end: () => undefined };
  const begin = performance.now();
  let finished = 0;
  let failing = 0;
  let shown = false;
  const show = (): void => {
    const seconds = ((performance.now() - begin) / 1000 / Math.max(1, finished)) * (total - finished);
    const left =
      finished === 0 ? '' : `, about ${seconds < 90 ? `${Math.ceil(seconds)} s` : `${Math.ceil(seconds / 60)} min`} left`;
    terminal.tell(`${shown ? rewrite : ''}${finished} of ${total} done, ${failing} failing${left}`);
    shown = true;
  };
  const timer = setInterval(show, intervalMilliseconds);
  timer.unref();
  return {
    done: (good) => {
      finished += 1;
      if (!good) failing += 1;
    },
    end: () => {
      clearInterval(timer);
      if (shown) terminal.tell(`${rewrite}${finished} of ${total} done, ${failing} failing`);
    },
  };
}
