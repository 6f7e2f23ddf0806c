import type { RunOutcome } from '../../model/outcome.ts';
import type { Conversion } from '../../pipeline.ts';
import { findCause } from '../regress/cause.ts';

/** Whether `compare` would call this outcome alone a success: by its status, and by its body, which may hold an error under a 200. */
export async function isSuccessfulRun(conversion: Conversion, outcome: RunOutcome, now: Date): Promise<boolean> {
  return (await findCause({ conversion }, [outcome], now)).verdict.code === 'works-outside';
}
