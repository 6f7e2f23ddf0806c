import type { RegressResult } from '../regress-result.ts';

/** True where a short report says something of it: it is not as recorded, was flaky, or cURL's answer is another one than Postman's. */
export function isTold({ state, flaky, skipped, clients }: RegressResult): boolean {
  if (skipped === true) return false;
  return (
    state !== 'same' || flaky !== undefined || clients.some((client) => client.state !== 'same' && client.state !== 'not-run')
  );
}
