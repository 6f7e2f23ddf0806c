import { parseJsonValue } from '../../../src/formula/values/parse-json-value.ts';
import { HarnessError } from '../../../src/harness-error.ts';
import type { Action } from '../../../src/model/action.ts';
import type { Json, JsonObject } from '../../../src/model/json.ts';
import type { Scope } from '../../../src/model/scope.ts';
import type { ResolvedText } from '../../../src/model/text.ts';
import type { Value } from '../../../src/model/value.ts';
import type { Resolution } from '../../../src/resolve/resolution.ts';
import { resolveAction } from '../../../src/resolve/resolve-action.ts';
import { fullLanguage } from '../../support/full-language.ts';

/** JSON as a parser of action files gives it; every value has its pointer. */
export function jsonOf(value: unknown, pointer = ''): Json {
  const source = { file: 'action.json', pointer, line: 1, column: 1 };
  if (value === null || value === undefined) return { kind: 'null', source };
  if (typeof value === 'boolean') return { kind: 'boolean', value, source };
  if (typeof value === 'number') return { kind: 'number', text: String(value), source };
  if (typeof value === 'string') return { kind: 'string', value, source };
  if (Array.isArray(value))
    return { kind: 'array', items: value.map((item, index) => jsonOf(item, `${pointer}/${index}`)), source };
  const members = Object.entries(value).map(([key, member]) => ({ key, value: jsonOf(member, `${pointer}/${key}`) }));
  return { kind: 'object', members, source };
}

/** An action with these options; `inputs` by name. */
export function actionOf(options: Record<string, unknown>, inputs: Record<string, unknown> = {}): Action {
  const json = jsonOf(options);
  const empty: JsonObject = { kind: 'object', members: [] };
  return {
    format: 'options',
    name: 'Call it',
    source: { file: 'action.json', pointer: '', line: 1, column: 1 },
    options: json.kind === 'object' ? json : empty,
    inputs: Object.entries(inputs).map(([name, value]) => ({ name, type: 'TEXT', value: jsonOf(value, `/inputs/${name}`) })),
    story: { name: 'The story', id: 7 },
    disabled: false,
  };
}

type Parts = Partial<Omit<Scope, 'data' | 'credentials' | 'resources' | 'inputs'>> &
  Partial<Record<'data' | 'credentials' | 'resources' | 'inputs', Record<string, unknown>>> & {
    /** Data that JSON cannot say. */
    readonly values?: ReadonlyMap<string, Value>;
  };

/** A scope over plain data; the clock stands still, chance counts up. */
export function scopeOf(parts: Parts = {}): Scope {
  let drawn = 0;
  return {
    now: parts.now ?? new Date('2024-05-06T07:08:09Z'),
    random: parts.random ?? (() => (drawn++ % 97) / 97),
    uuid: parts.uuid ?? (() => `00000000-0000-4000-8000-${String(drawn++).padStart(12, '0')}`),
    unresolved: parts.unresolved ?? 'stop',
    credentialValues: parts.credentialValues ?? 'required',
    data: parts.values ?? mapOf(parts.data),
    credentials: mapOf(parts.credentials),
    resources: mapOf(parts.resources),
    inputs: mapOf(parts.inputs),
  };
}

function mapOf(members: Record<string, unknown> = {}): ReadonlyMap<string, Value> {
  const value = parseJsonValue(JSON.stringify(members));
  return value instanceof Map ? value : new Map();
}

/** A resolved text with variables as `‹name›`; bytes as `bytes:` and their hexadecimal digits. */
export function shown(text: ResolvedText): string {
  if (text instanceof Uint8Array) return `bytes:${Buffer.from(text).toString('hex')}`;
  return text.map((part) => (typeof part === 'string' ? part : `‹${part.name}›`)).join('');
}

/** Resolved JSON as plain data; numbers as `#text`, so that their digits can be seen. */
export function plain(json: Json<ResolvedText>): unknown {
  switch (json.kind) {
    case 'null':
      return null;
    case 'boolean':
      return json.value;
    case 'number':
      return `#${shown(json.text)}`;
    case 'string':
      return shown(json.value);
    case 'array':
      return json.items.map(plain);
    case 'object':
      return Object.fromEntries(json.members.map((member) => [shown(member.key), plain(member.value)]));
  }
}

/** The resolved options as plain data. */
export function resolved(options: Record<string, unknown>, parts: Parts = {}, inputs: Record<string, unknown> = {}): unknown {
  return plain(resolution(options, parts, inputs).resolved.options);
}

export function resolution(
  options: Record<string, unknown>,
  parts: Parts = {},
  inputs: Record<string, unknown> = {},
): Resolution {
  return resolveAction(actionOf(options, inputs), scopeOf(parts), fullLanguage);
}

/** The error that resolving stops with. */
export function refusal(options: Record<string, unknown>, parts: Parts = {}, inputs: Record<string, unknown> = {}): HarnessError {
  try {
    resolution(options, parts, inputs);
  } catch (error) {
    if (error instanceof HarnessError) return error;
    throw error;
  }
  throw new Error('it resolved');
}
