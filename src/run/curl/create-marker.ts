import { randomBytes } from 'node:crypto';

/** What nobody can guess and nothing holds by chance: 72 random bits as 12 characters of base64url. */
export function createMarker(): string {
  return randomBytes(9).toString('base64url');
}
