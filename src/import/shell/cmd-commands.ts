import type { ShellCommand, ShellWord } from './shell-word.ts';

/** True for a command written for Windows' cmd.exe: a caret before the first quotation mark, or at the ends of its lines. */
export function isCmdCommand(text: string): boolean {
  if (/^[^'"]*\^"/u.test(text)) return true;
  return /\^[ \t]*\r?\n/u.test(text) && !/\\\r?\n/u.test(text) && !/^[^"]*'/u.test(text);
}

/** The commands of a text for cmd.exe, their words as a program of the Microsoft C runtime sees them. `%NAME%` stays where there is no such variable, as at the prompt. */
export function readCmdCommands(text: string, variable: (name: string) => string | undefined): readonly ShellCommand[] {
  return splitLines(text.replace(/%([A-Za-z_]\w*)%/gu, (written, name: string) => variable(name) ?? written)).flatMap(
    ({ line, offset }) => {
      const words = splitArguments(line).map((word): ShellWord => ({ text: word, offset, isAssignment: false }));
      return words.length === 0 ? [] : [{ words, end: 'other' as const }];
    },
  );
}

interface CommandLine {
  readonly line: string;
  readonly offset: number;
}

/** What cmd.exe does itself: outside of quotation marks a caret takes the next character as it is, and an operator or a line's end ends the command. */
function splitLines(text: string): readonly CommandLine[] {
  const lines: CommandLine[] = [];
  let line = '';
  let offset = 0;
  let isInQuotes = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === '^' && !isInQuotes) {
      const [lineBreak = ''] = /^[ \t]*\r?\n/u.exec(text.slice(at + 1, at + 40)) ?? [];
      at += lineBreak.length;
      // Behind a continued line the next character is taken as it is, a second line break too.
      const next = /^\r\n/u.test(text.slice(at + 1, at + 3)) ? '\r\n' : text.charAt(at + 1);
      line += next === '\r\n' ? '\n' : next;
      at += next.length;
    } else if (character === '\n' || (!isInQuotes && /[&|]/u.test(character))) {
      lines.push({ line, offset });
      line = '';
      offset = at + 1;
      isInQuotes = false;
    } else {
      if (character === '"') isInQuotes = !isInQuotes;
      line += character;
    }
  }
  return [...lines, { line, offset }];
}

/** How a program's runtime splits its command line: `\"` is a quotation mark, so is `""` within quotation marks; backslashes count before one only. */
function splitArguments(line: string): readonly string[] {
  const words: string[] = [];
  let word: string | undefined;
  let isInQuotes = false;
  for (let at = 0; at < line.length; at += 1) {
    const [, slashes = '', quote = ''] = /^(\\*)("?)/u.exec(line.slice(at, at + 4000)) ?? [];
    if (slashes !== '') {
      const isEscaped = quote !== '' && slashes.length % 2 === 1;
      word = `${word ?? ''}${quote === '' ? slashes : slashes.slice(0, Math.floor(slashes.length / 2))}${isEscaped ? '"' : ''}`;
      at += slashes.length - (isEscaped ? 0 : 1);
    } else if (quote !== '') {
      const isDoubled = isInQuotes && line.charAt(at + 1) === '"';
      word = `${word ?? ''}${isDoubled ? '"' : ''}`;
      if (isDoubled) at += 1;
      else isInQuotes = !isInQuotes;
    } else if (!isInQuotes && /[ \t\r\n]/u.test(line.charAt(at))) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else {
      word = `${word ?? ''}${line.charAt(at)}`;
    }
  }
  return word === undefined ? words : [...words, word];
}
