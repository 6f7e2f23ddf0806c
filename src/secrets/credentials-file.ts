import { parseEnv } from 'node:util';
import { HarnessError } from '../harness-error.ts';
import type { Json, JsonObject } from '../model/json.ts';
import { parseJson } from '../parse/json/parse-json.ts';

/** A credential's value: text, or fields by name. */
export type CredentialValue = string | ReadonlyMap<string, string>;

const shapes = 'write lines NAME=value, or JSON {"name": "value", "other": {"field": "value"}}';

/**
 * Reads a `.env` file (`NAME=value`, also `TINES_CREDENTIAL_NAME=value` and `name.field=value`) or a JSON object (text, or an object of texts, by
 * name). Names are given in lower case. Throws a `HarnessError` that names the entry and the line, and shows nothing of the file.
 */
export function parseCredentials(text: string, file: string): ReadonlyMap<string, CredentialValue> {
  const content = text.replace(/^\ufeff/u, '');
  return /^\s*[[{]/u.test(content) ? fromJson(content, file) : fromEnv(content, file);
}

function fromEnv(text: string, file: string): ReadonlyMap<string, CredentialValue> {
  const entries = Object.entries(parseEnv(text)).flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const]));
  if (entries.length === 0 && /^\s*[^\s#]/mu.test(text)) {
    throw new HarnessError('credential-source', `‹${file}› holds no credential`, { hint: shapes });
  }
  return gather(entries);
}

function fromJson(text: string, file: string): ReadonlyMap<string, CredentialValue> {
  const json = readSecretJson(text, file);
  if (json.kind !== 'object') throw new HarnessError('credential-source', `‹${file}› is JSON, and no object`, { hint: shapes });
  return gather(json.members.map(({ key, value }) => [key, credentialValue(key, value, file)] as const));
}

/** The parser's own message would be drawn with the line of the file, which holds secrets. */
function readSecretJson(text: string, file: string): Json {
  try {
    return parseJson(text, file);
  } catch (error) {
    if (!(error instanceof HarnessError)) throw error;
    const { source } = error.details;
    const place = source === undefined ? '' : ` (line ${source.line}, column ${source.column})`;
    throw new HarnessError('credential-source', `‹${file}› begins like JSON and is not valid JSON${place}`, { hint: shapes });
  }
}

function credentialValue(key: string, json: Json, file: string): CredentialValue {
  if (json.kind === 'object') return new Map(fields(json, ''));
  const text = scalarText(json);
  if (text !== null) return text;
  throw new HarnessError('credential-source', `the entry ‹${key}› of ‹${file}› is neither text nor an object of texts`, {
    hint: shapes,
  });
}

/** An object in an object gives `outer.inner`; lists are left out. */
function fields({ members }: JsonObject, before: string): readonly (readonly [string, string])[] {
  return members.flatMap(({ key, value }) => {
    if (value.kind === 'object') return fields(value, `${before}${key}.`);
    const text = scalarText(value);
    return text === null ? [] : [[`${before}${key}`, text] as const];
  });
}

function scalarText(json: Json): string | null {
  if (json.kind === 'string') return json.value;
  if (json.kind === 'number') return json.text;
  return json.kind === 'boolean' ? String(json.value) : null;
}

/** `jira.email` and `jira.token` are fields of one credential. */
function gather(entries: readonly (readonly [string, CredentialValue])[]): ReadonlyMap<string, CredentialValue> {
  const found = new Map<string, CredentialValue>();
  for (const [key, value] of entries) {
    const name = credentialName(key);
    const dot = name.indexOf('.');
    const owner = name.slice(0, dot);
    if (dot <= 0 || typeof value !== 'string') found.set(name, value);
    else {
      const known = found.get(owner);
      const field = key.slice(key.length - name.length + dot + 1);
      found.set(owner, new Map([...(typeof known === 'object' ? known : []), [field, value]]));
    }
  }
  return found;
}

/** `TINES_CREDENTIAL_ACME`, `CREDENTIAL.acme` and `ACME` → `acme`. */
function credentialName(key: string): string {
  return key
    .replace(/^TINES_CREDENTIAL_/iu, '')
    .replace(/^CREDENTIAL\./iu, '')
    .toLowerCase();
}

/** Every `TINES_CREDENTIAL_<NAME>` of the environment, by name in lower case. */
export function credentialsOfEnvironment(
  environment: Readonly<Record<string, string | undefined>>,
): ReadonlyMap<string, CredentialValue> {
  return new Map(
    Object.entries(environment).flatMap(([key, value]) =>
      /^TINES_CREDENTIAL_./iu.test(key) && value !== undefined ? [[credentialName(key), value]] : [],
    ),
  );
}
