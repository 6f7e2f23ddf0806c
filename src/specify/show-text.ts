import type { ResolvedText } from '../model/text.ts';

/** The text for people, and for telling two texts apart: each variable as the references it was made from. */
export function showText(text: ResolvedText): string {
  if (text instanceof Uint8Array) return Buffer.from(text).toString('latin1');
  return text.map((piece) => (typeof piece === 'string' ? piece : `‹${piece.from.join(', ') || piece.name}›`)).join('');
}
