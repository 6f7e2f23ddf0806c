import type { Text } from '../model/text.ts';

/** A text for people, each secret as the name of what it is made from: `Bearer ‹CREDENTIAL.acme›`. */
export function displayText(text: Text): string {
  return text.map((piece) => (typeof piece === 'string' ? piece : `‹${piece.from.join(' + ') || piece.name}›`)).join('');
}
