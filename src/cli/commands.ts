import type { Command } from '../commands/command.ts';
import { type OptionName, optionGroups } from './options.ts';

interface CommandEntry {
  readonly usage: string;
  readonly help: string;
  readonly options: readonly OptionName[];
  /** Where an option means something else here than in the table of options. */
  readonly optionHelp?: Readonly<Partial<Record<OptionName, string>>>;
  readonly words: { readonly least: number; readonly most: number };
  readonly load: () => Promise<Command>;
}

const { file, run } = optionGroups;
const oneAction = file.filter((name) => name !== 'all');

export const commandTable = {
  compare: {
    usage: 'compare --action FILE',
    help: 'run the action with cURL and Postman, compare with Tines, say whether the failure is specific to Tines, and why',
    options: [...file, ...run, 'tenant', 'action-id', 'rerun', 'working', 'prove', 'report', 'json', 'docs', 'verbose'],
    words: { least: 0, most: 0 },
    load: async () => (await import('../commands/compare/command.ts')).compareCommand,
  },
  export: {
    usage: 'export curl|postman|har --action FILE [--out DIR]',
    help: 'write the cURL command, the Postman collection or the HAR; sends nothing to the API',
    options: [
      ...file,
      'out',
      'shell',
      'inline-secrets',
      'json',
      'expect-status',
      'timeout',
      'proxy',
      'cacert',
      'cert',
      'key',
      'insecure',
      'prove',
    ],
    words: { least: 1, most: 1 },
    load: async () => (await import('../commands/export/command.ts')).exportCommand,
  },
  eval: {
    usage: 'eval FORMULA [--data FILE]',
    help: 'evaluate a formula, or with --text a text with pills, and print the JSON result',
    options: ['data', 'event', 'credential', 'credentials', 'resource', 'resources', 'now', 'text', 'batch'],
    words: { least: 0, most: 1 },
    load: async () => (await import('../commands/eval.ts')).evalCommand,
  },
  fetch: {
    usage: 'fetch --tenant URL (--action-id N | --story-id N) --out DIR',
    help: 'bring an action with its events and log, or a story, from a tenant',
    options: ['tenant', 'action-id', 'story-id', 'out', 'credential'],
    words: { least: 0, most: 0 },
    load: async () => (await import('../commands/fetch.ts')).fetchCommand,
  },
  record: {
    usage: 'record --action FILE --out DIR',
    help: 'keep the outcome of an action as a regression collection that Postman and Newman can run',
    options: [...file, ...run, 'out', 'report', 'json'],
    words: { least: 0, most: 0 },
    load: async () => (await import('../commands/record/command.ts')).recordCommand,
  },
  regress: {
    usage: 'regress PATH…',
    help: 'run collections again and report what changed since they were recorded',
    options: [
      'client',
      'allow-writes',
      'jobs',
      'per-host',
      'bail',
      'shard',
      'only',
      'changed-since',
      'retries',
      'update',
      'history',
      'data',
      'credential',
      'credentials',
      'resource',
      'resources',
      'allow-unresolved',
      'now',
      'environment',
      'globals',
      'iteration-data',
      'expect-status',
      'timeout',
      'max-body',
      'proxy',
      'cacert',
      'cert',
      'key',
      'insecure',
      'report',
      'json',
      'verbose',
    ],
    optionHelp: { report: 'terminal (default), json, junit, markdown or github (annotations); repeatable' },
    words: { least: 1, most: 1000 },
    load: async () => (await import('../commands/regress/command.ts')).regressCommand,
  },
  bundle: {
    usage: 'bundle --action FILE [--out FILE.zip|DIR]',
    help: 'write one redacted zip for Tines Support: behaviour, steps, action, commands, report',
    options: [...oneAction, ...run, 'tenant', 'action-id', 'rerun', 'working', 'docs', 'out', 'dry-run'],
    words: { least: 0, most: 0 },
    load: async () => (await import('../commands/bundle.ts')).bundleCommand,
  },
  sandbox: {
    usage: 'sandbox [--port N]',
    help: 'a local API that fails in the classic ways, and a pretend tenant',
    options: ['port'],
    words: { least: 0, most: 0 },
    load: async () => (await import('../commands/sandbox.ts')).sandboxCommand,
  },
  demo: {
    usage: 'demo',
    help: 'compare three actions of the sandbox and print what a user would see',
    options: ['verbose'],
    words: { least: 0, most: 0 },
    load: async () => (await import('../commands/demo.ts')).demoCommand,
  },
  explain: {
    usage: 'explain [CODE]',
    help: 'print the page of a verdict, a cause or an error; without CODE, the list',
    options: [],
    words: { least: 0, most: 1 },
    load: async () => (await import('../commands/explain.ts')).explainCommand,
  },
  doctor: {
    usage: 'doctor',
    help: 'say which curl, Node and Newman are in use and what they can do',
    options: ['json'],
    words: { least: 0, most: 0 },
    load: async () => (await import('../commands/doctor.ts')).doctorCommand,
  },
} as const satisfies Readonly<Record<string, CommandEntry>>;

export type CommandName = keyof typeof commandTable;

/** The table's entry in its widened form. */
export function commandEntry(name: CommandName): CommandEntry {
  return commandTable[name];
}

export const commandNames = Object.keys(commandTable) as readonly CommandName[];

/** True for the name of a command. */
export function isCommandName(word: string): word is CommandName {
  return Object.hasOwn(commandTable, word);
}
