import type { ResolvedText } from '../../model/text.ts';

/** A text for people, each secret as the name of what it is made from (`Bearer ‹CREDENTIAL.acme›`); bytes as their number. */
export function labelText(text: ResolvedText): string {
  if (text instanceof Uint8Array) return `‹${text.length} bytes›`;
  return text.map((piece) => (typeof piece === 'string' ? piece : `‹${piece.from.join(' + ') || piece.name}›`)).join('');
}
