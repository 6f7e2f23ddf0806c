import type { Text, Variable } from '../../model/text.ts';

/**
 * One word for a POSIX shell (bash, zsh, dash): literal text in single quotes, a secret as a variable in double quotes. Control characters
 * other than tab and line break are written by `printf`, so that the command survives a terminal; NUL cannot be written.
 */
export function quotePosix(text: Text, nameOf: (variable: Variable) => string): string {
  const literal = text.every((piece) => typeof piece === 'string') ? text.join('') : null;
  if (literal !== null && /^[A-Za-z0-9_./:-]*[A-Za-z0-9_./-]$/.test(literal)) return literal;
  if (literal === null && text.every((piece) => typeof piece !== 'string' || /^[A-Za-z0-9 _.,/:;=@+-]*$/.test(piece))) {
    return `"${text.map((piece, index) => (typeof piece === 'string' ? piece : reference(nameOf(piece), text[index + 1]))).join('')}"`;
  }
  const words = text.flatMap((piece) => (typeof piece === 'string' ? quoteLiteral(piece) : [`"$${nameOf(piece)}"`]));
  return words.length === 0 ? "''" : words.join('');
}

/** Braces where something follows: zsh reads `$NAME[` and `$NAME:h` as more than a name. */
function reference(name: string, next: string | Variable | undefined): string {
  return next === undefined ? `$${name}` : `\${${name}}`;
}

function quoteLiteral(text: string): readonly string[] {
  return text
    .split(/([\x01-\x08\x0b-\x1f\x7f-\x9f]+)/)
    .map((run, index) => {
      if (run === '') return '';
      if (index % 2 === 1) return `"$(printf '${[...Buffer.from(run, 'utf8')].map(octal).join('')}')"`;
      return `'${run.replaceAll("'", "'\\''")}'`;
    })
    .filter((word) => word !== '');
}

function octal(byte: number): string {
  return `\\${byte.toString(8).padStart(3, '0')}`;
}
