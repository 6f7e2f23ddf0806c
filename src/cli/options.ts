/** One option of the command line; the table below is the only place where they are declared. */
interface OptionEntry {
  readonly type: 'text' | 'number' | 'flag' | 'list';
  readonly alias?: string;
  readonly value?: string;
  readonly help: string;
  readonly group: 'Input' | 'Run' | 'Output';
  readonly choices?: readonly string[];
}

export const optionTable = {
  action: {
    type: 'text',
    alias: 'a',
    value: 'FILE',
    group: 'Input',
    help: 'the action, in any JSON form Tines gives (`-` is standard input)',
  },
  pick: { type: 'text', value: 'NAME|GUID|INDEX', group: 'Input', help: 'which HTTP Request action, where the file has several' },
  all: { type: 'flag', group: 'Input', help: 'every HTTP Request action of the file' },
  event: {
    type: 'list',
    value: 'FILE',
    group: 'Input',
    help: 'what Tines recorded: an event, a list of events, or {status, headers, body}',
  },
  log: { type: 'list', value: 'FILE', group: 'Input', help: 'the action’s log: a message, a list, or the API’s answer' },
  run: {
    type: 'text',
    value: 'GUID|ID|latest',
    group: 'Input',
    help: 'which recorded run to compare with (default: the newest failure)',
  },
  'tines-status': { type: 'number', value: 'N', group: 'Input', help: 'the status Tines got; 0 is no response' },
  data: {
    type: 'list',
    value: 'FILE',
    group: 'Input',
    help: 'values for formulas: {"action_name": {…}, "RESOURCE": {…}, "INPUT": {…}, "META": {…}}',
  },
  credential: {
    type: 'list',
    value: 'NAME=SOURCE',
    group: 'Input',
    help: 'a credential; SOURCE is env:VAR, file:PATH, cmd:COMMAND or prompt',
  },
  credentials: { type: 'list', value: 'FILE', group: 'Input', help: 'a .env or JSON file of credentials' },
  resource: { type: 'list', value: 'NAME=VALUE', group: 'Input', help: 'a resource' },
  resources: { type: 'list', value: 'FILE', group: 'Input', help: 'a JSON file of resources' },
  'allow-unresolved': {
    type: 'flag',
    group: 'Input',
    help: 'send what Tines would send for an unresolved reference: the empty text',
  },
  now: { type: 'text', value: 'TIME', group: 'Input', help: 'fixes the time that formulas see (ISO 8601)' },
  'stale-after': {
    type: 'text',
    value: 'DURATION',
    group: 'Input',
    help: 'a record older than this is called stale (default 24h)',
  },
  tenant: { type: 'text', value: 'URL', group: 'Input', help: 'fetch from this tenant in place of files (with --action-id)' },
  'action-id': { type: 'number', value: 'N', group: 'Input', help: 'the action’s id in the tenant' },
  'story-id': { type: 'number', value: 'N', group: 'Input', help: 'the story’s id in the tenant' },
  rerun: { type: 'flag', group: 'Input', help: 'also run the action in Tines now (asks first)' },
  working: {
    type: 'text',
    value: 'FILE',
    group: 'Input',
    help: 'a request that works: a cURL command, or a Postman collection (FILE#request name)',
  },
  environment: {
    type: 'text',
    alias: 'e',
    value: 'FILE',
    group: 'Input',
    help: 'an environment of Postman, for collections of others',
  },
  globals: { type: 'text', alias: 'g', value: 'FILE', group: 'Input', help: 'globals of Postman, for collections of others' },
  'iteration-data': {
    type: 'text',
    alias: 'd',
    value: 'FILE',
    group: 'Input',
    help: 'JSON or CSV: collections of others are run once with each row',
  },
  client: {
    type: 'list',
    value: 'curl|postman',
    group: 'Run',
    choices: ['curl', 'postman'],
    help: 'only this client (repeatable; default both)',
  },
  'allow-writes': { type: 'flag', group: 'Run', help: 'send POST, PUT, PATCH or DELETE although two clients send it twice' },
  experiments: {
    type: 'flag',
    group: 'Run',
    help: 'extra requests for the diagnosis (default; --no-experiments turns them off)',
  },
  'max-requests': {
    type: 'number',
    value: 'N',
    group: 'Run',
    help: 'how many extra requests the diagnosis may send (default 12)',
  },
  'probe-identity': { type: 'flag', group: 'Run', help: 'let the diagnosis call the API’s harmless “who am I” address' },
  repeat: {
    type: 'number',
    value: 'N',
    group: 'Run',
    help: 'runs each client N times to learn what is noise (default 2 for GET, else 1)',
  },
  ignore: {
    type: 'list',
    value: 'PATH',
    group: 'Run',
    help: 'a part of the answer that may differ: a header name, or a JSON Pointer with *',
  },
  'expect-status': {
    type: 'list',
    value: 'LIST',
    group: 'Run',
    help: 'what counts as success (default 200-399): "404", "400-499"',
  },
  timeout: {
    type: 'number',
    value: 'SECONDS',
    group: 'Run',
    help: 'time limit of one request (default: the action’s own, else 30)',
  },
  'max-body': { type: 'text', value: 'SIZE', group: 'Run', help: 'the most of an answer that is read (default 100M)' },
  proxy: { type: 'text', value: 'URL', group: 'Run', help: 'send through this proxy' },
  cacert: { type: 'text', value: 'FILE', group: 'Run', help: 'PEM file with a further certificate authority' },
  cert: { type: 'text', value: 'FILE', group: 'Run', help: 'PEM file with the client certificate' },
  key: { type: 'text', value: 'FILE', group: 'Run', help: 'PEM file with the client certificate’s key' },
  insecure: { type: 'flag', group: 'Run', help: 'do not verify the server’s certificate' },
  'per-host': { type: 'number', value: 'N', group: 'Run', help: 'how many requests at once to one host (default 4)' },
  bail: { type: 'flag', group: 'Run', help: 'end at the first action that is broken' },
  shard: { type: 'text', value: 'I/N', group: 'Run', help: 'only the I-th of N parts, the same ones every time: 2/5' },
  only: { type: 'list', value: 'PATTERN', group: 'Run', help: 'only actions whose name fits (`*` stands for anything)' },
  'changed-since': {
    type: 'text',
    value: 'GIT-REF',
    group: 'Run',
    help: 'only collections whose file changed since this commit',
  },
  retries: {
    type: 'number',
    value: 'N',
    group: 'Run',
    help: 'repeat what is not as recorded; what then is, is reported as flaky',
  },
  update: { type: 'flag', group: 'Run', help: 'take the new outcomes, after showing the differences' },
  history: {
    type: 'text',
    value: 'FILE',
    group: 'Output',
    help: 'append one line of JSON per run; shows since when an action fails',
  },
  jobs: { type: 'number', value: 'N', group: 'Run', help: 'how many actions at once (default 4)' },
  prove: {
    type: 'flag',
    group: 'Run',
    help: 'send both artifacts to a local recording server, with made-up credentials, and compare the bytes',
  },
  report: {
    type: 'list',
    value: 'KIND[=FILE]',
    group: 'Output',
    help: 'terminal (default), json, markdown, html or junit; repeatable',
  },
  json: { type: 'flag', group: 'Output', help: 'short for --report json' },
  'dry-run': { type: 'flag', group: 'Output', help: 'list what would be written, with sizes, and write nothing' },
  docs: { type: 'text', value: 'URL', group: 'Output', help: 'the API documentation of the call, put into reports' },
  out: { type: 'text', value: 'DIR', group: 'Output', help: 'write files into this directory (for a bundle also a .zip)' },
  shell: {
    type: 'text',
    value: 'bash|powershell|cmd',
    group: 'Output',
    choices: ['bash', 'powershell', 'cmd'],
    help: 'for which shell the command is written (default bash)',
  },
  'inline-secrets': {
    type: 'flag',
    group: 'Output',
    help: 'put the values of secrets into the artifact (they are then in the file or on the screen)',
  },
  text: { type: 'text', value: 'TEXT', group: 'Input', help: 'a text with pills, in place of a formula' },
  batch: {
    type: 'text',
    value: 'FILE',
    group: 'Input',
    help: 'JSON lines {"formula","input"}; each is answered with {"value"} or {"error"}',
  },
  port: { type: 'number', value: 'N', group: 'Run', help: 'the port to listen on (default: a free one)' },
  verbose: { type: 'flag', group: 'Output', help: 'every difference, header and assumption' },
} as const satisfies Readonly<Record<string, OptionEntry>>;

export type OptionName = keyof typeof optionTable;

type ValueOf<Type extends OptionEntry['type']> = Type extends 'text'
  ? string
  : Type extends 'number'
    ? number
    : Type extends 'flag'
      ? boolean
      : readonly string[];

/** The options given, by name; what was not given is absent (a list is then absent too). */
export type Options = { readonly [Name in OptionName]?: ValueOf<(typeof optionTable)[Name]['type']> };

/** The table's entry in its widened form. */
export function optionEntry(name: OptionName): OptionEntry {
  return optionTable[name];
}

export const optionNames = Object.keys(optionTable) as readonly OptionName[];

const fileOptions = [
  'action',
  'pick',
  'all',
  'event',
  'log',
  'run',
  'tines-status',
  'data',
  'credential',
  'credentials',
  'resource',
  'resources',
  'allow-unresolved',
  'now',
  'stale-after',
] as const satisfies readonly OptionName[];
const runOptions = [
  'client',
  'allow-writes',
  'experiments',
  'max-requests',
  'probe-identity',
  'repeat',
  'ignore',
  'expect-status',
  'timeout',
  'max-body',
  'proxy',
  'cacert',
  'cert',
  'key',
  'insecure',
  'jobs',
] as const satisfies readonly OptionName[];

/** Options that several commands share. */
export const optionGroups = { file: fileOptions, run: runOptions } as const;
