import type { Lane } from './outcome.ts';

/** One place where two lanes differ. Complete: what is only noise is listed too, with the reason. */
export interface Difference {
  readonly between: readonly [Lane, Lane];
  /** `response.status`, `response.headers.content-type`, `response.body/items/3/id`, `sent.headers.accept`, `error`. */
  readonly path: string;
  /** Printable values, shortened where long; null where one side has nothing there. */
  readonly values: readonly [string | null, string | null];
  readonly change: 'changed' | 'added' | 'removed' | 'reordered';
  /** Why the difference does not count; absent where it does. */
  readonly noise?: string;
}
