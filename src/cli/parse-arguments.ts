import parser from 'yargs-parser';
import type { Invocation } from '../commands/command.ts';
import { nearest } from '../formats/text/nearest.ts';
import { HarnessError } from '../harness-error.ts';
import { type CommandName, commandEntry, commandNames, isCommandName } from './commands.ts';
import { type OptionName, type Options, optionEntry, optionNames } from './options.ts';

/** What the words of the command line ask for. */
export type Request =
  | { readonly kind: 'help'; readonly command?: CommandName }
  | { readonly kind: 'version' }
  | { readonly kind: 'command'; readonly command: CommandName; readonly invocation: Invocation };

/**
 * Reads the command line with yargs' own parser and this program's tables; yargs itself, which takes longer to load
 * than most commands to run, is needed for help only. Wrong usage is a `HarnessError` ‹usage›.
 */
export function parseArguments(words: readonly string[]): Request {
  const parsed = parser(joinDashes(words), {
    alias: Object.fromEntries(optionNames.flatMap((name) => aliasOf(name))),
    boolean: ['help', 'version', ...optionNames.filter((name) => optionEntry(name).type === 'flag')],
    string: optionNames.filter((name) => optionEntry(name).type !== 'flag'),
    configuration: {
      'camel-case-expansion': false,
      'dot-notation': false,
      'parse-numbers': false,
      'parse-positional-numbers': false,
      'strip-aliased': true,
      'duplicate-arguments-array': true,
      'short-option-groups': false,
    },
  });
  const positional = parsed._.map(String);
  const [first, ...rest] = positional;
  const named = first !== undefined && isCommandName(first);
  if (parsed['help'] === true) return named ? { kind: 'help', command: first } : { kind: 'help' };
  if (parsed['version'] === true) return { kind: 'version' };
  if (words.length === 0) return { kind: 'help' };
  const command = named ? first : 'compare';
  const extra = named ? rest : positional;
  const options = readOptions(parsed, command);
  checkWords(command, extra, named);
  return { kind: 'command', command, invocation: { options, words: extra } };
}

/** `--action -` as `--action=-`: the parser takes a lone `-` for a word, and here it is standard input. */
function joinDashes(words: readonly string[]): string[] {
  const joined: string[] = [];
  let ended = false;
  for (const word of words) {
    const before = joined.at(-1);
    if (word === '-' && !ended && before !== undefined && takesValue(before)) joined.splice(-1, 1, `${before}=-`);
    else joined.push(word);
    ended ||= word === '--';
  }
  return joined;
}

function takesValue(word: string): boolean {
  const name = optionNames.find((candidate) => word === `--${candidate}` || word === `-${optionEntry(candidate).alias}`);
  return name !== undefined && optionEntry(name).type !== 'flag';
}

function aliasOf(name: OptionName): readonly (readonly [string, string])[] {
  const { alias } = optionEntry(name);
  return alias === undefined ? [] : [[name, alias]];
}

function readOptions(parsed: Readonly<Record<string, unknown>>, command: CommandName): Options {
  const allowed: readonly string[] = commandEntry(command).options;
  const options: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(parsed)) {
    if (key === '_' || key === '--' || value === undefined) continue;
    if (!allowed.includes(key)) throw unknownOption(key, command, allowed);
    options[key] = readOption(key as OptionName, value);
  }
  return options as Options;
}

function unknownOption(key: string, command: CommandName, allowed: readonly string[]): HarnessError {
  const near = nearest(key, allowed);
  const other = (optionNames as readonly string[]).includes(key)
    ? commandNames.filter((name) => (commandEntry(name).options as readonly string[]).includes(key))
    : [];
  const hint =
    other.length > 0
      ? `--${key} belongs to ${other.join(', ')}`
      : near === undefined
        ? `run tines-compare ${command} --help for the list of options`
        : `did you mean --${near}?`;
  return new HarnessError('usage', `the command ‹${command}› has no option ‹${key.length === 1 ? '-' : '--'}${key}›`, { hint });
}

function readOption(name: OptionName, value: unknown): unknown {
  const { type, choices } = optionEntry(name);
  const values = (Array.isArray(value) ? value : [value]).map((item) => (typeof item === 'boolean' ? item : String(item)));
  if (type === 'flag') {
    const last = values.at(-1);
    return typeof last === 'boolean' ? last : last !== 'false';
  }
  const texts = values.map(String);
  if (texts.some((text) => text === ''))
    throw new HarnessError('usage', `the option ‹--${name}› has no value`, {
      hint: `write --${name} ${optionEntry(name).value ?? 'VALUE'}`,
    });
  for (const text of texts) {
    if (choices !== undefined && !choices.includes(text)) {
      throw new HarnessError('usage', `‹${text}› is no value of ‹--${name}›`, { hint: `use one of: ${choices.join(', ')}` });
    }
  }
  if (type === 'list') return texts;
  if (texts.length > 1)
    throw new HarnessError('usage', `the option ‹--${name}› was given ${texts.length} times`, { hint: 'give it once' });
  const [text = ''] = texts;
  return type === 'number' ? readNumber(name, text) : text;
}

function readNumber(name: OptionName, text: string): number {
  const number = Number(text);
  if (text.trim() === '' || !Number.isFinite(number) || number < 0) {
    throw new HarnessError('usage', `‹${text}› is no number for ‹--${name}›`, {
      hint: `write --${name} ${optionEntry(name).value ?? 'N'}, a number of at least 0`,
    });
  }
  return number;
}

function checkWords(command: CommandName, words: readonly string[], named: boolean): void {
  const { least, most } = commandEntry(command).words;
  const [first] = words;
  if (!named && first !== undefined) {
    const near = nearest(first, commandNames);
    throw new HarnessError('usage', `‹${first}› is no command`, {
      hint:
        near === undefined
          ? `the commands are: ${commandNames.join(', ')}; an action's file is given as --action FILE`
          : `did you mean ‹${near}›?`,
    });
  }
  if (words.length < least || words.length > most) {
    throw new HarnessError(
      'usage',
      `the command ‹${command}› takes ${most === 0 ? 'no further word' : least === most ? `${least} word${least === 1 ? '' : 's'}` : `${least} to ${most} words`}, and ${words.length === 0 ? 'none was' : `${words.length} were`} given`,
      {
        hint: `write tines-compare ${commandEntry(command).usage}`,
      },
    );
  }
}
