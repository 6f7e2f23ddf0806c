import type { Action } from '../../model/action.ts';
import { printable } from '../../report/printable.ts';

/** An action for a message: its name in ‹›, else its place in the file. */
export function nameOf({ name, source }: Action): string {
  return `‹${printable(name === '' ? source.pointer || source.file : name)}›`;
}
