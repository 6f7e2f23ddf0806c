import yargs from 'yargs';
import { type CommandName, commandEntry, commandNames } from './commands.ts';
import { optionEntry } from './options.ts';

/** The help text of the program or of one command, drawn by yargs from the same tables that the parser reads. */
export async function helpText(command: CommandName | undefined, columns: number): Promise<string> {
  const program = yargs([]).scriptName('tines-compare').version(false).help(false).wrap(Math.min(columns, 120));
  if (command === undefined) {
    program.usage(
      '$0 --action FILE\n\nSays whether a failing Tines HTTP Request action fails outside of Tines too, and why.\nExit status: 0 it works · 1 a failure or a difference was found · 2 trouble (usage, input, refusal) · 130 interrupted',
    );
    for (const name of commandNames) program.command(commandEntry(name).usage, commandEntry(name).help);
    program.epilogue('tines-compare COMMAND --help tells a command’s options.');
    return `${await program.getHelp()}\n`;
  }
  const { usage, help, options, optionHelp } = commandEntry(command);
  program.usage(`$0 ${usage}\n\n${help[0]?.toUpperCase()}${help.slice(1)}.`);
  for (const name of options) {
    const { alias, help: general, group, type, value, choices } = optionEntry(name);
    const describe = optionHelp?.[name] ?? general;
    program.option(name, {
      group: `${group}:`,
      describe: value === undefined ? describe : `${value}: ${describe}`,
      ...(alias === undefined ? {} : { alias }),
      ...(choices === undefined ? {} : { choices }),
      type: type === 'flag' ? 'boolean' : type === 'list' ? 'array' : type === 'number' ? 'number' : 'string',
    });
  }
  return `${await program.getHelp()}\n`;
}
