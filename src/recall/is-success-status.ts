import type { StatusRange } from '../model/request-spec.ts';

/** Whether a status counts as success; 0, no answer, only where a range has it. */
export function isSuccessStatus(status: number, success: readonly StatusRange[]): boolean {
  return success.some(({ from, to }) => status >= from && status <= to);
}
