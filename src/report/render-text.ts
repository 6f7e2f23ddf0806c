import type { Text, Variable } from '../model/text.ts';

/** A text for people: each secret as ‹CREDENTIAL.name›. */
export function renderText(text: Text): string {
  return text.map((part) => (typeof part === 'string' ? part : renderVariable(part))).join('');
}

/** ‹CREDENTIAL.acme›, or ‹CREDENTIAL.user + CREDENTIAL.key› for what a pill made of several. */
export function renderVariable(variable: Variable): string {
  return `‹${variable.from.join(' + ')}›`;
}
