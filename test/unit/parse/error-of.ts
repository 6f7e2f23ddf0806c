import { HarnessError } from '../../../src/harness-error.ts';

/** The HarnessError that the call throws; fails where it returns or throws anything else. */
export function errorOf(call: () => unknown): HarnessError {
  try {
    call();
  } catch (error) {
    if (error instanceof HarnessError) {
      return error;
    }
    throw error;
  }
  throw new Error('nothing was thrown');
}
