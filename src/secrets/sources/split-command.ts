/**
 * The words of a command as a POSIX shell splits it: blanks, single and double quotes, backslashes; nothing is expanded. Null where a quote or a
 * backslash is left open.
 */
export function splitCommand(command: string): readonly string[] | null {
  const words: string[] = [];
  const token = /\s+|'([^']*)'|"((?:[^"\\]|\\[\s\S])*)"|\\([\s\S])|[^\s'"\\]+/uy;
  let word: string | null = null;
  let at = 0;
  while (at < command.length) {
    token.lastIndex = at;
    const match = token.exec(command);
    if (match === null) return null;
    at = token.lastIndex;
    const [text, single, double, escaped] = match;
    if (/^\s/u.test(text)) {
      if (word !== null) words.push(word);
      word = null;
    } else word = (word ?? '') + (single ?? double?.replace(/\\(["\\$`])/gu, '$1') ?? escaped ?? text);
  }
  return word === null ? words : [...words, word];
}
