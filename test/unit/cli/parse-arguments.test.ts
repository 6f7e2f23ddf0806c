import { describe, expect, it } from 'vitest';
import { commandEntry, commandNames } from '../../../src/cli/commands.ts';
import { parseArguments } from '../../../src/cli/parse-arguments.ts';
import { troubleOf } from './trouble-of.ts';

function optionsOf(...words: readonly string[]) {
  const request = parseArguments(words);
  if (request.kind !== 'command') throw new Error(`read as ${request.kind}`);
  return { command: request.command, words: request.invocation.words, ...request.invocation.options };
}

describe('the command line', () => {
  it.each(commandNames)('knows the command %s, its help before or behind it, and loads it', async (name) => {
    expect(parseArguments([name, '--help'])).toEqual({ kind: 'help', command: name });
    expect(parseArguments(['--help', name])).toEqual({ kind: 'help', command: name });
    const least = Array.from({ length: commandEntry(name).words.least }, () => 'word');
    expect(optionsOf(name, ...least)).toEqual({ command: name, words: least });
    expect(await commandEntry(name).load()).toBeTypeOf('function');
  });

  it('without a word is the help, and --version is the version, also behind a command', () => {
    expect(parseArguments([])).toEqual({ kind: 'help' });
    expect(parseArguments(['--version'])).toEqual({ kind: 'version' });
    expect(parseArguments(['compare', '--version'])).toEqual({ kind: 'version' });
  });

  it('compares where no command is named', () => {
    expect(optionsOf('--action', 'a.json')).toEqual({ command: 'compare', words: [], action: 'a.json' });
    expect(optionsOf('-a', 'a.json', '--json')).toEqual({ command: 'compare', words: [], action: 'a.json', json: true });
    expect(optionsOf('--action=-')).toMatchObject({ action: '-' });
    expect(optionsOf('-a', '-')).toMatchObject({ action: '-', words: [] });
    expect(optionsOf('compare', '--action', '-', '--event', '-', '--json')).toMatchObject({
      action: '-',
      event: ['-'],
      json: true,
      words: [],
    });
  });

  it('takes an option of a list once, several times, and before or behind the command', () => {
    expect(optionsOf('--event', 'one', 'compare', '--event', 'two', '--event=three')).toMatchObject({
      command: 'compare',
      event: ['one', 'two', 'three'],
    });
    expect(optionsOf('--credential', 'a=env:B=C')).toMatchObject({ credential: ['a=env:B=C'] });
  });

  it('keeps texts as they were typed: digits, dots and equals signs', () => {
    expect(optionsOf('--action', '007', '--pick', '1e3', '--resource', 'a.b=1=2', '--proxy', 'http://127.0.0.1:1')).toMatchObject(
      {
        action: '007',
        pick: '1e3',
        resource: ['a.b=1=2'],
        proxy: 'http://127.0.0.1:1',
      },
    );
  });

  it('reads flags, their negation and --no-experiments', () => {
    expect(optionsOf('--all', '--no-experiments', '--allow-writes=false')).toMatchObject({
      all: true,
      experiments: false,
      'allow-writes': false,
    });
  });

  it('reads numbers, 0 included', () => {
    expect(optionsOf('--tines-status', '0', '--timeout', '0.5', '--repeat', '3')).toMatchObject({
      'tines-status': 0,
      timeout: 0.5,
      repeat: 3,
    });
  });

  it.each([
    ['--tines-status', 'x'],
    ['--repeat', '-1'],
    ['--timeout', 'Infinity'],
    ['--max-requests', ' '],
    ['--jobs', '1,5'],
    ['--timeout', 'NaN'],
  ])('refuses %s %j, which is no number', async (option, text) => {
    const trouble = await troubleOf(() => parseArguments(['compare', `${option}=${text}`]));
    expect(trouble.code).toBe('usage');
    expect(trouble.message).toContain(`‹${option}›`);
    expect(trouble.details.hint).toContain(`write ${option}`);
  });

  it.each([
    ['compare --acton a.json', '--acton', 'did you mean --action?'],
    ['--expect-stauts 200', '--expect-stauts', 'did you mean --expect-status?'],
    ['export curl --action a --qqqqqqqq', '--qqqqqqqq', 'tines-compare export --help'],
    ['explain --action a', '--action', '--action belongs to compare, export'],
    ['compare --out d', '--out', '--out belongs to export'],
    ['compare -x', '-x', '--help'],
  ])('refuses an option that the command has not: %s', async (line, option, hint) => {
    const trouble = await troubleOf(() => parseArguments(line.split(' ')));
    expect(trouble.code).toBe('usage');
    expect(trouble.message).toContain(`‹${option}›`);
    expect(trouble.details.hint).toContain(hint);
  });

  it.each([
    ['comapre --action a', '‹comapre› is no command', 'did you mean ‹compare›?'],
    ['action.json', '‹action.json› is no command', '--action FILE'],
    ['compare action.json', 'takes no further word, and 1 were given', 'compare --action FILE'],
    ['export --action a', 'takes 1 word, and none was given', 'export curl|postman|har'],
    ['explain a b', 'takes 0 to 1 words, and 2 were given', 'explain [CODE]'],
  ])('refuses a word too many or too few: %s', async (line, message, hint) => {
    const trouble = await troubleOf(() => parseArguments(line.split(' ')));
    expect(trouble.message).toContain(message);
    expect(trouble.details.hint).toContain(hint);
  });

  it.each([
    [['--client', 'wget'], '‹wget› is no value of ‹--client›'],
    [['export', 'curl', '--shell', 'fish'], '‹fish› is no value of ‹--shell›'],
    [['--action'], '‹--action› has no value'],
    [['--action='], '‹--action› has no value'],
    [['--event', 'a', '--event'], '‹--event› has no value'],
    [['--action', 'a', '--action', 'b'], '‹--action› was given 2 times'],
    [['-a', 'a', '--action', 'b'], '‹--action› was given 2 times'],
    [['--pick', '--all'], '‹--pick› has no value'],
  ])('refuses a wrong value: %j', async (words, message) => {
    const trouble = await troubleOf(() => parseArguments(words));
    expect(trouble.code).toBe('usage');
    expect(trouble.message).toContain(message);
    expect(trouble.details.hint).toBeTruthy();
  });

  it('takes what stands behind -- as words', async () => {
    expect(optionsOf('eval', '--', '-1 + 2')).toMatchObject({ command: 'eval', words: ['-1 + 2'] });
  });

  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])(
    'does not take %s for a command or an option',
    async (word) => {
      expect((await troubleOf(() => parseArguments([word]))).message).toContain('is no command');
      expect((await troubleOf(() => parseArguments(['compare', `--${word}`, 'x']))).code).toBe('usage');
    },
  );
});
