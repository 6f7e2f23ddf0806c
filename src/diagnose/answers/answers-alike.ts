import { type Answer, headerOf } from './answer.ts';
import { maskNoise } from './mask-noise.ts';

/**
 * True where two answers say the same: status, `WWW-Authenticate`, and the body after noise and the given secrets are taken out.
 * What one of them does not know is not compared. Two failures without an answer are alike where they are of the same kind.
 */
export function answersAlike(left: Answer, right: Answer, secrets: readonly string[] = []): boolean {
  if (left.status !== right.status) return false;
  if (left.status === null) return left.error === undefined || right.error === undefined || left.error.kind === right.error.kind;
  if (left.headers !== null && right.headers !== null) {
    const [mine, theirs] = [left, right].map((answer) => maskNoise(headerOf(answer, 'www-authenticate') ?? '', secrets));
    if (mine !== theirs) return false;
    if (where(left) !== where(right)) return false;
  }
  if (left.text === null || right.text === null) return true;
  // An answer to HEAD has no body to compare.
  if (left.hops.at(-1)?.sent.method === 'HEAD' || right.hops.at(-1)?.sent.method === 'HEAD') return true;
  return comparable(left, secrets) === comparable(right, secrets);
}

/** Where a redirect leads to, without its query. */
function where(answer: Answer): string {
  const isRedirect = answer.status !== null && answer.status >= 300 && answer.status < 400;
  return isRedirect ? (headerOf(answer, 'location') ?? '').replace(/[?#].*/s, '') : '';
}

function comparable({ text, json }: Answer, secrets: readonly string[]): string {
  return maskNoise(json === undefined ? (text ?? '').trim() : JSON.stringify(sorted(json)), secrets);
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
