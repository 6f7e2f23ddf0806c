import { HarnessError } from '../../../src/harness-error.ts';

/** The `HarnessError` that a call throws; anything else, or nothing thrown, fails the test. */
export async function troubleOf(call: () => unknown): Promise<HarnessError> {
  try {
    await call();
  } catch (error) {
    if (error instanceof HarnessError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}
