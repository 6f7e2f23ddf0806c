import type { Text, Variable } from '../../model/text.ts';
import { escapeWindowsArgument } from './escape-windows-argument.ts';

/** A PowerShell string: single-quoted, or double-quoted where a variable or a control character stands in it. Curly quotes count as quotes there. */
export function quotePowershellString(text: Text, nameOf: (variable: Variable) => string): string {
  const literal = text.every((piece) => typeof piece === 'string') ? text.join('') : null;
  if (literal !== null && !/[\0-\x08\x0b-\x1f\x7f-\x9f]/.test(literal))
    return `'${literal.replace(/['\u2018-\u201b]/g, '$&$&')}'`;
  return `"${text.map((piece) => (typeof piece === 'string' ? escapeLiteral(piece) : `\${env:${nameOf(piece)}}`)).join('')}"`;
}

/**
 * One argument for a native program under the `Legacy` rule of argument passing, which PowerShell 5.1 always follows and 7.3 follows when asked:
 * quotes are escaped for the program, and an empty argument is written `""`.
 */
export function quotePowershellArgument(text: Text, nameOf: (variable: Variable) => string): string {
  if (text.length === 0) return `'""'`;
  const literal = text.every((piece) => typeof piece === 'string') ? text.join('') : null;
  if (literal !== null && /^[A-Za-z0-9_./:-]*[A-Za-z0-9_./-]$/.test(literal) && !literal.startsWith('-')) return literal;
  const escaped = text.map((piece) => (typeof piece === 'string' ? escapeWindowsArgument(piece) : piece));
  return quotePowershellString(escaped, nameOf);
}

function escapeLiteral(text: string): string {
  return text
    .replace(/[`$"\u201c-\u201e]/g, '`$&')
    .replace(/[\0-\x08\x0b-\x1f\x7f-\x9f]/g, (character) => `$([char]${character.charCodeAt(0)})`);
}
