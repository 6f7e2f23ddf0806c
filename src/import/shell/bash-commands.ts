import { type BashScript, expandQuoted, readBashWord, skipBlanks } from './bash-words.ts';
import type { CommandInput, ShellCommand, ShellWord } from './shell-word.ts';

/** A here-document whose text comes behind the line. */
interface PendingDocument {
  readonly delimiter: string;
  readonly isLiteral: boolean;
  readonly isIndented: boolean;
}

/**
 * The simple commands of a bash script, one after the other as they are asked for, with here-documents and here-strings as their input; other
 * redirections are left out. Variables that the script sets are known from there on; nothing is run.
 */
export function* readBashCommands(given: BashScript): Generator<ShellCommand> {
  const own = new Map<string, string>();
  const script: BashScript = { ...given, variable: (name) => own.get(name) ?? given.variable(name) };
  const { text } = script;
  let words: ShellWord[] = [];
  let input: CommandInput | undefined;
  let pending: PendingDocument | undefined;
  let at = 0;
  const finish = (end: ShellCommand['end']): readonly ShellCommand[] => {
    const command = { words, ...(input === undefined ? {} : { input }), end };
    remember(words, own);
    words = [];
    input = undefined;
    return command.words.length === 0 ? [] : [command];
  };
  for (;;) {
    at = skipBlanks(text, at);
    if (at >= text.length) break;
    const [redirection] = /^(?:\d*(?:<<<|<<-?|>>|[<>]&\d?|>\||[<>])|&>>?)/u.exec(text.slice(at, at + 20)) ?? [];
    if (redirection !== undefined) {
      at = skipBlanks(text, at + redirection.length);
      const target = readBashWord(script, at);
      at = target?.end ?? at;
      if (target === undefined) continue;
      if (redirection.endsWith('<<<')) input = { kind: 'text', text: `${target.word.text}\n` };
      else if (/<<-?$/u.test(redirection))
        pending = { delimiter: target.word.text, isLiteral: target.isQuoted, isIndented: redirection.endsWith('-') };
      else if (redirection === '<' || redirection === '0<') input = { kind: 'file', path: target.word.text };
      continue;
    }
    const [operator] = /^(?:\|\||&&|\|&|[|&;()\n])/u.exec(text.slice(at, at + 2)) ?? [];
    if (operator !== undefined) {
      at += operator.length;
      if (pending !== undefined) {
        const document = readDocument(script, operator === '\n' ? at : lineEnd(text, at), pending);
        input = { kind: 'text', text: document.value };
        // What stands behind an operator on the line of `<<` is another command's, and is not needed.
        at = document.end;
        pending = undefined;
      }
      const isCut = operator === '&' && /^[A-Za-z_][\w.[\]-]*=/u.test(text.slice(at, at + 200));
      yield* finish(operator === '|' || operator === '|&' ? 'pipe' : isCut ? 'cut' : 'other');
      continue;
    }
    const read = readBashWord(script, at);
    if (read === undefined) break;
    words.push(read.word);
    at = read.end;
  }
  yield* finish('other');
}

/** `NAME=value` alone, or behind `export`, sets a variable for what follows. */
function remember(words: readonly ShellWord[], own: Map<string, string>): void {
  const assignments = words[0]?.text === 'export' ? words.slice(1) : words;
  if (!assignments.every(({ isAssignment }) => isAssignment)) return;
  for (const { text } of assignments) own.set(text.slice(0, text.indexOf('=')), text.slice(text.indexOf('=') + 1));
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end + 1;
}

function readDocument(
  script: BashScript,
  start: number,
  { delimiter, isLiteral, isIndented }: PendingDocument,
): { readonly value: string; readonly end: number } {
  const { text } = script;
  const lines: string[] = [];
  let at = start;
  while (at < text.length) {
    const end = lineEnd(text, at);
    const line = text.slice(at, end);
    const shown = isIndented ? line.replace(/^\t+/u, '') : line;
    at = end;
    if (shown.replace(/\r?\n$/u, '') === delimiter) break;
    lines.push(shown);
  }
  const document = lines.join('');
  return { value: isLiteral ? document : expandDocument({ ...script, text: document }), end: at };
}

function expandDocument(script: BashScript): string {
  let value = '';
  for (let at = 0; at < script.text.length; ) {
    const piece = expandQuoted(script, at, '$`\\');
    value += piece.value;
    at = piece.end;
  }
  return value;
}
