import { timeClaim } from './credentials/jwt.ts';
import type { Evidence } from './evidence.ts';
import { serverDate } from './server-now.ts';

/** What RFC 7519 calls a small leeway, and AWS' limit: five minutes. */
const LEEWAY = 5 * 60 * 1000;

/** By how many milliseconds the server's clock is ahead of the one here, where it is more than five minutes; 0 otherwise. */
export function clockDifference({ own, input }: Pick<Evidence, 'own' | 'input'>): number {
  const server = serverDate({ own });
  const difference = server === null ? 0 : server.getTime() - input.now.getTime();
  return Math.abs(difference) > LEEWAY ? difference : 0;
}

/** True where a token is in its time by the clock here and out of it by the server's. */
export function isOutOfStep(evidence: Pick<Evidence, 'own' | 'input' | 'jwt'>): boolean {
  const { jwt, input } = evidence;
  const server = serverDate(evidence);
  if (jwt === null || server === null || clockDifference(evidence) === 0) return false;
  const [start, end] = [timeClaim(jwt, 'nbf') ?? timeClaim(jwt, 'iat'), timeClaim(jwt, 'exp')];
  const isValidAt = (time: Date) => (start === null || start <= time) && (end === null || time < end);
  return isValidAt(input.now) && !isValidAt(server);
}
