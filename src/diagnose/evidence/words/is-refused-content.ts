import type { Answer } from '../../answers/answer.ts';

const STATUSES: ReadonlySet<number> = new Set([400, 406, 411, 413, 414, 415, 417, 422, 500, 501]);

/** True where the status says that the server does not like what was sent, and not who sent it. */
export function isRefusedContent({ status }: Answer): boolean {
  return status !== null && STATUSES.has(status);
}
