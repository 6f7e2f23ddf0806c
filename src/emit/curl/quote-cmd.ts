import type { Text, Variable } from '../../model/text.ts';
import { escapeWindowsArgument } from './escape-windows-argument.ts';

/**
 * One argument for a program started from cmd.exe: in quotes for the program, with a caret before every character that cmd.exe would act on,
 * the quotes included, so that cmd.exe never sees a quoted part. Line breaks cannot be written.
 */
export function quoteCmd(text: Text, nameOf: (variable: Variable) => string): string {
  const literal = text.every((piece) => typeof piece === 'string') ? text.join('') : null;
  if (literal !== null && /^[A-Za-z0-9_./:-]*[A-Za-z0-9_./-]$/.test(literal)) return literal;
  const last = text.at(-1);
  const trailing = typeof last === 'string' ? (/\\+$/.exec(last)?.[0] ?? '') : '';
  const inner = text
    .map((piece) => (typeof piece === 'string' ? caret(escapeWindowsArgument(piece)) : `%${nameOf(piece)}%`))
    .join('');
  return `^"${inner}${trailing}^"`;
}

function caret(text: string): string {
  return text.replace(/[()%!^"<>&|]/g, '^$&');
}
