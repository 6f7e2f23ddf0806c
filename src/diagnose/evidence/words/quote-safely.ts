import type { DiagnosisInput } from '../../diagnosis-input.ts';
import type { CredentialUse } from '../credentials/credential-use.ts';

/** Every value that must not be seen: the variables', and what stands in the request as a credential. Longest first. */
export function secretsOf({ values }: DiagnosisInput, uses: readonly CredentialUse[]): readonly string[] {
  const used = uses
    .filter(({ place }) => place === 'header' || place === 'query')
    .flatMap(({ value, secret, pair }) => [
      value,
      secret,
      ...secret.split(/[\s,;=:"']+/),
      ...(pair === null ? [] : [pair.password, pair.user]),
    ]);
  const all = [...values.values(), ...used, ...[...values.values(), ...used].map((value) => value.trim())];
  return [
    ...new Set(
      all.filter((value) => value.length >= 4 && !/^(?:bearer|basic|token|ssws|true|false|null|admin|user|test)$/i.test(value)),
    ),
  ].sort((left, right) => right.length - left.length);
}

/** A server's text in the marks of a quotation, without secrets, their recognisable pieces, JWTs and control characters; at most 160 characters. */
export function quoteSafely(text: string, secrets: readonly string[]): string {
  let safe = text.replace(/[\u0000-\u001f\u007f]+/g, ' ');
  for (const secret of secrets) {
    safe = safe.replaceAll(secret, '…').replaceAll(encodeURIComponent(secret), '…');
    if (secret.length >= 12) safe = maskPieces(safe, secret);
  }
  safe = safe.replace(/eyJ[\w-]*(?:\.[\w-]*)*/g, '…').replace(/(?<![^\s"'<>(){}:,])[^\s"'<>(){}:,]*\*{2,}[^\s"'<>(){}:,]*/g, '…');
  return `‹${safe.length > 160 ? `${safe.slice(0, 160)}…` : safe}›`;
}

// A server may echo the first or last characters of what it got.
function maskPieces(text: string, secret: string): string {
  let masked = text;
  for (let length = secret.length - 1; length >= 8; length -= 1) {
    masked = masked.replaceAll(secret.slice(0, length), '…').replaceAll(secret.slice(-length), '…');
  }
  return masked;
}
