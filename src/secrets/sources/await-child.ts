import { kill } from 'node:process';

/** What is needed to know of a child that has ended. */
export interface EndedChild {
  readonly failed: boolean;
  readonly isMaxBuffer: boolean;
  readonly stdout: Uint8Array;
  readonly code?: string | undefined;
  readonly exitCode?: number | undefined;
}

/** A child as execa gives it. */
interface Child extends PromiseLike<EndedChild> {
  readonly pid?: number | undefined;
  readonly kill: (signal: 'SIGKILL') => boolean;
  readonly stdout: { readonly destroy: () => unknown };
}

interface Patience {
  readonly seconds: number;
  /** Whether the child leads a process group, which is then ended as a whole. */
  readonly isGroup: boolean;
  readonly signal?: AbortSignal;
}

/**
 * Waits for a child, and no longer than allowed even where something that it left behind holds its output open. Ends it after that, or when the
 * signal comes, and gives the reason as a sentence.
 */
export function awaitChild(child: Child, { seconds, isGroup, signal }: Patience): Promise<EndedChild | string> {
  return new Promise((resolve, reject) => {
    const stop = (why: string): void => {
      end(child, isGroup);
      finish(() => resolve(why));
    };
    const onAbort = (): void => stop('it was interrupted');
    const timer = setTimeout(() => stop(`it did not end within ${seconds} s`), seconds * 1000);
    const finish = (settle: () => void): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
      settle();
    };
    signal?.addEventListener('abort', onAbort, { once: true });
    child.then(
      (result) => finish(() => resolve(result)),
      (error: unknown) => finish(() => reject(error)),
    );
    if (signal?.aborted === true) onAbort();
  });
}

function end(child: Child, isGroup: boolean): void {
  child.kill('SIGKILL');
  child.stdout.destroy();
  if (!isGroup || child.pid === undefined) return;
  try {
    kill(-child.pid, 'SIGKILL');
  } catch {
    // Nothing of the group is left.
  }
}
