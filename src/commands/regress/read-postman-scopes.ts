import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { Options } from '../../cli/options.ts';
import type { Surroundings } from '../../cli/terminal/terminal.ts';
import { HarnessError } from '../../harness-error.ts';
import { parseJson } from '../../parse/json/parse-json.ts';
import { isPlainObject, type PlainObject } from '../../regress/collection-items.ts';
import { plainOfJson } from '../../regress/plain-of-json.ts';
import type { NewmanRequest } from '../../run/newman/protocol.ts';
import type { Secret } from '../../secrets/secret.ts';
import type { Planned } from './plan.ts';

/** What collections of others are run with, and the secrets in it. */
export interface PostmanScopes {
  readonly request: Pick<NewmanRequest, 'environmentScope' | 'globalsScope' | 'iterationDataFile'>;
  readonly secrets: readonly Secret[];
}

const sensitive = /token|secret|passw|api[-_]?key|access[-_]?key|auth|credential|private|signature/iu;
const shortestSecret = 4;

/** Reads `--environment`, `--globals` and `--iteration-data`, as Newman has them. An error where no collection is run that could use them. */
export async function readPostmanScopes(
  options: Options,
  { plans, surroundings }: { readonly plans: readonly Planned[]; readonly surroundings: Surroundings },
): Promise<PostmanScopes> {
  const { environment, globals, 'iteration-data': rows } = options;
  const given = Object.entries({ environment, globals, 'iteration-data': rows }).find(([, value]) => value !== undefined);
  if (given !== undefined && plans.length > 0 && plans.every(({ kind }) => kind !== 'foreign')) {
    throw new HarnessError('usage', `‹--${given[0]}› is for collections that tines-compare did not record, and here is none`, {
      hint: 'recorded actions take their values from --credential, --data and --resource',
    });
  }
  const scopes = {
    ...(environment === undefined ? {} : { environmentScope: await readScope(environment, 'environment', surroundings) }),
    ...(globals === undefined ? {} : { globalsScope: await readScope(globals, 'globals', surroundings) }),
  };
  return {
    request: { ...scopes, ...(rows === undefined ? {} : { iterationDataFile: await findRows(rows, surroundings) }) },
    secrets: Object.values(scopes).flatMap(secretsOf),
  };
}

async function readScope(file: string, kind: 'environment' | 'globals', { files }: Surroundings): Promise<PlainObject> {
  const { name, text } = await files.read(file, kind === 'environment' ? 'the environment' : 'the globals');
  const json = parseJson(text, name);
  const value = plainOfJson(json);
  const inner = isPlainObject(value) && isPlainObject(value[kind]) ? value[kind] : value;
  if (isPlainObject(inner) && Array.isArray(inner['values'])) return inner;
  if (Array.isArray(inner)) return { values: inner };
  throw new HarnessError('wrong-type', `‹${file}› holds no ${kind === 'environment' ? 'environment' : 'globals'} of Postman`, {
    ...(json.source === undefined ? {} : { source: json.source }),
    hint: 'export it from Postman, or write {"values": [{"key": "name", "value": "text"}]}',
  });
}

async function findRows(file: string, { workingDirectory }: Surroundings): Promise<string> {
  const place = path.resolve(workingDirectory, file);
  const state = await stat(place).catch(() => null);
  if (state?.isFile() === true) return place;
  throw new HarnessError('unreadable-file', `the file of iteration data ‹${file}› cannot be read`, {
    hint: 'name a JSON file with a list of objects, or a CSV file with a line of names',
  });
}

/** What Postman marks as secret, and what is called like one. */
function secretsOf({ values }: PlainObject): readonly Secret[] {
  return (Array.isArray(values) ? values : []).flatMap((variable: unknown): readonly Secret[] => {
    if (!isPlainObject(variable)) return [];
    const { key, value, type } = variable;
    if (typeof key !== 'string' || typeof value !== 'string' || value.length < shortestSecret) return [];
    return type === 'secret' || sensitive.test(key) ? [{ label: `{{${key}}}`, value }] : [];
  });
}
