import type { Options } from '../../cli/options.ts';
import type { Surroundings } from '../../cli/terminal/terminal.ts';
import { systemRandom } from '../../formula/evaluate/system-random.ts';
import { valueOfJson } from '../../formula/values/value-of-json.ts';
import { HarnessError } from '../../harness-error.ts';
import type { Json } from '../../model/json.ts';
import type { Scope } from '../../model/scope.ts';
import type { Value, ValueMap } from '../../model/value.ts';
import { parseJson } from '../../parse/json/parse-json.ts';
import { slug } from '../../ruby/slug.ts';
import { type CredentialSurroundings, readCredential } from '../../secrets/credential-source.ts';
import { type CredentialValue, credentialsOfEnvironment, parseCredentials } from '../../secrets/credentials-file.ts';
import { warnIfReadableByOthers } from '../../secrets/permission-warning.ts';
import type { Secret } from '../../secrets/secret.ts';
import { type CredentialChange, fileChange } from './credential-change.ts';
import { oncePerRun, oneByOne } from './once-per-run.ts';

/** What the user supplied for the formulas, and the secrets among it. */
export interface GatheredScope {
  readonly scope: Scope;
  readonly secrets: readonly Secret[];
  /** When the files of credentials were written, by the credential’s name. */
  readonly changes: ReadonlyMap<string, readonly CredentialChange[]>;
}

/** The sources of a scope besides the options: upstream data from events, and whether an export may do without values. */
export interface ScopeExtras {
  readonly data?: ReadonlyMap<string, Value>;
  readonly credentialValues?: Scope['credentialValues'];
}

/**
 * Reads `--data`, `--credential(s)`, `--resource(s)` and the environment. What is more specific wins: an option over a file
 * over the environment, `--data` over an event.
 */
export async function gatherScope(
  options: Options,
  surroundings: Surroundings,
  extras: ScopeExtras = {},
): Promise<GatheredScope> {
  const given = await readData(options, surroundings);
  const gathered = await gatherCredentials(options, surroundings);
  const credentials = new Map([...gathered.credentials, ...members(given, 'CREDENTIAL')]);
  const resources = new Map([...(await gatherResources(options, surroundings)), ...members(given, 'RESOURCE')]);
  const inputs = members(given, 'INPUT');
  const data = new Map(extras.data ?? []);
  for (const [name, value] of given) if (!reserved.has(name.toUpperCase())) data.set(slug(name), value);
  for (const name of ['META', 'STORY', 'INFO', 'TEAM', 'LOOP', 'PAGINATE'])
    if (given.has(name)) data.set(name, given.get(name) ?? null);
  const scope: Scope = {
    data,
    credentials,
    resources,
    inputs,
    now: readNow(options, surroundings),
    random: systemRandom,
    clock: () => performance.now(),
    uuid: () => globalThis.crypto.randomUUID(),
    unresolved: options['allow-unresolved'] === true ? 'empty' : 'stop',
    credentialValues: extras.credentialValues ?? 'required',
  };
  return { scope, secrets: credentialSecrets(credentials), changes: gathered.changes };
}

const reserved: ReadonlySet<string> = new Set([
  'CREDENTIAL',
  'RESOURCE',
  'INPUT',
  'META',
  'STORY',
  'INFO',
  'TEAM',
  'LOOP',
  'PAGINATE',
]);

async function readData({ data = [] }: Options, { files }: Surroundings): Promise<ReadonlyMap<string, Value>> {
  const merged = new Map<string, Value>();
  for (const path of data) {
    const file = await files.read(path, 'the data');
    const json = parseJson(file.text, file.name);
    if (json.kind !== 'object')
      throw notAnObject(json, 'data', '{ "action_name": {…}, "RESOURCE": {…}, "INPUT": {…}, "META": {…} }');
    for (const [key, value] of valueOfJson(json) as ValueMap) merged.set(key, value);
  }
  return merged;
}

function notAnObject(json: Json, what: string, shape: string): HarnessError {
  return new HarnessError(
    'wrong-type',
    `the ${what} must be an object, not ${json.kind === 'array' ? 'an array' : `a ${json.kind}`}`,
    {
      ...(json.source === undefined ? {} : { source: json.source }),
      hint: `write ${shape}`,
    },
  );
}

function members(given: ReadonlyMap<string, Value>, name: string): ReadonlyMap<string, Value> {
  const value = given.get(name);
  return value instanceof Map ? new Map([...(value as ValueMap)].map(([key, inner]) => [slug(key), inner])) : new Map();
}

interface GatheredCredentials {
  readonly credentials: ReadonlyMap<string, Value>;
  readonly changes: GatheredScope['changes'];
}

async function gatherCredentials(options: Options, surroundings: Surroundings): Promise<GatheredCredentials> {
  const { credential = [], credentials = [], tenant } = options;
  const key = JSON.stringify(['credentials', credential, credentials, tenant !== undefined]);
  const given = await oncePerRun(surroundings.files, key, () => givenCredentials(options, surroundings));
  const found = new Map<string, CredentialValue>(credentialsOfEnvironment(surroundings.environment));
  const changes = new Map<string, readonly CredentialChange[]>();
  for (const { owner, path, value, change } of given) {
    if (change !== undefined) changes.set(slug(owner), [change]);
    const known = found.get(owner);
    const fields = known instanceof Map ? (known as ReadonlyMap<string, string>) : [];
    found.set(owner, path === '' || typeof value !== 'string' ? value : new Map([...fields, [path, value]]));
  }
  return { credentials: new Map([...found].map(([name, value]) => [slug(name), value])), changes };
}

/** A credential of the command line; with a path it is a field of one: `jira.email` is the field `email` of the credential `jira`. */
interface GivenCredential {
  readonly owner: string;
  readonly path: string;
  readonly value: CredentialValue;
  /** Of a file that holds this one alone: a file of several says nothing of each. */
  readonly change?: CredentialChange | undefined;
}

/** What `--credentials` and `--credential` give, in their order. */
async function givenCredentials(options: Options, surroundings: Surroundings): Promise<readonly GivenCredential[]> {
  const { environment, terminal, files, signal } = surroundings;
  const credentialSurroundings: CredentialSurroundings = {
    environment,
    // Looked for when it is needed: to see whether somebody is there takes time.
    get ask() {
      const { askHidden } = terminal;
      return askHidden === undefined ? undefined : (question: string) => oneByOne(files, () => askHidden(question));
    },
    warn: (message) => terminal.tell(`warning: ${message}`),
    signal,
  };
  const given: GivenCredential[] = [];
  for (const path of options.credentials ?? []) {
    const file = await files.read(path, 'the credentials');
    if (path !== '-') await warnIfReadableByOthers(path, credentialSurroundings);
    for (const [owner, value] of parseCredentials(file.text, file.name)) given.push({ owner, path: '', value });
  }
  for (const assignment of options.credential ?? []) {
    const { name, value: source } = splitAssignment(assignment, '--credential', 'NAME=env:VAR');
    if (slug(name) === 'tines' && options.tenant !== undefined) continue;
    const value = await readCredential(name, source, credentialSurroundings);
    const [owner = '', ...path] = name.replace(/^CREDENTIAL\./iu, '').split('.');
    const change = source.startsWith('file:') ? await fileChange(slug(owner), source.slice(5), environment) : undefined;
    given.push({ owner: owner.toLowerCase(), path: path.join('.'), value, change });
  }
  return given;
}

async function gatherResources(options: Options, { files }: Surroundings): Promise<ReadonlyMap<string, Value>> {
  const found = new Map<string, Value>();
  for (const path of options.resources ?? []) {
    const file = await files.read(path, 'the resources');
    const json = parseJson(file.text, file.name);
    if (json.kind !== 'object') throw notAnObject(json, 'resources', '{ "name": value }');
    for (const [key, value] of valueOfJson(json) as ValueMap) found.set(slug(key), value);
  }
  for (const assignment of options.resource ?? []) {
    const { name, value } = splitAssignment(assignment, '--resource', 'NAME=VALUE');
    found.set(
      slug(name.replace(/^RESOURCE\./iu, '')),
      /^\s*[[{]/u.test(value) ? valueOfJson(parseJson(value, `--resource ${name}`)) : value,
    );
  }
  return found;
}

function splitAssignment(text: string, option: string, shape: string): { readonly name: string; readonly value: string } {
  const at = text.indexOf('=');
  if (at <= 0) {
    // What stands here may be a secret typed by mistake: it is not repeated.
    throw new HarnessError('usage', `a value of ‹${option}› has no name`, { hint: `write ${option} ${shape}` });
  }
  return { name: text.slice(0, at).trim(), value: text.slice(at + 1) };
}

function readNow({ now }: Options, surroundings: Surroundings): Date {
  if (now === undefined) return surroundings.now();
  const time = new Date(/^\d+$/u.test(now) ? Number(now) * (now.length > 11 ? 1 : 1000) : now);
  if (Number.isNaN(time.getTime()))
    throw new HarnessError('usage', `‹${now}› is no time for ‹--now›`, {
      hint: 'write an ISO 8601 time: --now 2026-11-24T10:00:00Z',
    });
  return time;
}

/** Every value of credentials that must not be shown. */
export function credentialSecrets(credentials: ReadonlyMap<string, Value>): readonly Secret[] {
  return [...credentials].flatMap(([name, value]) => secretTexts(`CREDENTIAL.${name}`, withoutAwsScope(value)));
}

const awsScope: ReadonlySet<string> = new Set(['region', 'aws_region', 'service', 'aws_service']);

/** The region and the service of a credential for AWS are no secrets: they stand in the address and in every signature. */
function withoutAwsScope(value: Value): Value {
  if (!(value instanceof Map)) return value;
  const fields = [...(value as ValueMap)].map(([key, inner]) => [key.toLowerCase().replaceAll('-', '_'), key, inner] as const);
  if (!fields.some(([plain]) => plain.includes('secret'))) return value;
  return new Map(fields.flatMap(([plain, key, inner]) => (awsScope.has(plain) ? [] : [[key, inner]])));
}

function secretTexts(label: string, value: Value): readonly Secret[] {
  if (typeof value === 'string') return [{ label, value }];
  if (typeof value === 'bigint' || typeof value === 'number') return [{ label, value: String(value) }];
  if (Array.isArray(value)) return value.flatMap((item: Value, index) => secretTexts(`${label}[${index}]`, item));
  if (value instanceof Map) return [...(value as ValueMap)].flatMap(([key, inner]) => secretTexts(`${label}.${key}`, inner));
  return [];
}
