import { HarnessError } from '../../harness-error.ts';
import type { WorkingContext } from '../working-context.ts';
import { workingError } from '../working-error.ts';
import { readBashCommands } from './bash-commands.ts';
import { isCmdCommand, readCmdCommands } from './cmd-commands.ts';
import type { CommandInput, ShellCommand, ShellWord } from './shell-word.ts';

/** A curl command: the words behind `curl`, and its standard input where the script gives it. */
export interface FoundCurl {
  readonly words: readonly ShellWord[];
  readonly input?: CommandInput;
  readonly notes: readonly string[];
}

/**
 * The first curl command of a text for bash or cmd.exe; prompts, code fences and other commands around it are passed over.
 * @throws HarnessError `collection` where there is none.
 */
export function findCurlCommand(text: string, context: WorkingContext): FoundCurl {
  const plain = blankOut(text);
  const start = plain.search(/^[ \t]*curl(?:\.exe)?[ \t\\^]/mu);
  try {
    return search(plain, context) ?? noCommand();
  } catch (error) {
    // What stands in front may be prose, whose quotation marks and brackets are none of a shell.
    if (!(error instanceof HarnessError) || start < 1) throw error;
    return search(blank(plain.slice(0, start)) + plain.slice(start), context) ?? noCommand();
  }
}

function search(text: string, { file, variable }: WorkingContext): FoundCurl | undefined {
  let before: ShellCommand | undefined;
  for (const command of isCmdCommand(text) ? readCmdCommands(text, variable) : readBashCommands({ file, text, variable })) {
    const words = behindCurl(command.words);
    if (words !== undefined) {
      const input = command.input ?? (before?.end === 'pipe' ? outputOf(before) : undefined);
      const notes =
        command.end === 'cut'
          ? ['the command ends at an & that is not quoted, as it does in a shell: what stands behind it is not sent']
          : [];
      return { words, ...(input === undefined ? {} : { input }), notes };
    }
    before = command;
  }
  return undefined;
}

function noCommand(): never {
  throw workingError('collection', 'the file has no curl command, and is no Postman collection and no HAR', {
    hint: 'give a command as API documentation shows it (curl …), as a browser copies it (Copy as cURL), or a Postman collection of version 2.1',
  });
}

/** A byte order mark, prompts, and the code fences in front of the command as blanks, so that places stay. */
function blankOut(text: string): string {
  const first = text.search(/\bcurl\b/u);
  return text
    .replace(/^\ufeff/u, blank)
    .replace(/^[ \t]*(?:```|~~~)[^\n]*$/gmu, (fence, offset: number) => (offset < first ? blank(fence) : fence))
    .replace(/^[ \t]*(?:[$%>#]|[A-Za-z]:\\[^>\n]*>|PS [^>\n]*>)[ \t]*(?=curl\b)/gmu, blank);
}

function blank(part: string): string {
  return part.replace(/[^\n]/gu, ' ');
}

const passedOver: ReadonlySet<string> = new Set(['sudo', 'time', 'env', 'exec', 'command', 'noglob', 'watch', '!']);

function behindCurl(words: readonly ShellWord[]): readonly ShellWord[] | undefined {
  const index = words.findIndex(({ text, isAssignment }) => !isAssignment && !passedOver.has(text));
  const name = words[index]?.text.split(/[/\\]/u).at(-1)?.toLowerCase();
  return name === 'curl' || name === 'curl.exe' ? words.slice(index + 1) : undefined;
}

/** What a command in front of a pipe writes, for the few whose output is certain. */
function outputOf({ words, input }: ShellCommand): CommandInput | undefined {
  const [name, ...rest] = words.map(({ text }) => text);
  const [first = '', second = ''] = rest;
  if (name === 'cat') return rest.length === 0 ? input : rest.length === 1 ? { kind: 'file', path: first } : undefined;
  if (name === 'printf') {
    if (first === '%s' && rest.length === 2) return { kind: 'text', text: second };
    return rest.length === 1 && !/[%\\]/u.test(first) ? { kind: 'text', text: first } : undefined;
  }
  if (name !== 'echo' || rest.some((word) => word.includes('\\') || /^-[^n]/u.test(word))) return undefined;
  return first === '-n' ? { kind: 'text', text: rest.slice(1).join(' ') } : { kind: 'text', text: `${rest.join(' ')}\n` };
}
