import { isTooCommon } from '../search/everyday.ts';
import { fieldName } from './literal-secret.ts';
import { secretsInField } from './secrets-in-field.ts';
import { pairsIn } from './secrets-in-options.ts';
import { isSensitiveName } from './sensitive-name.ts';

/** A secret in an answer, and the name under which it stands there. */
export interface IssuedValue {
  readonly name: string;
  readonly value: string;
}

const deepest = 512;
/** JSON in a text of JSON counts as so many levels. */
const textLevels = 120;

/** What the header fields of an answer hand out: cookies, fields with the names of credentials, tokens in addresses. */
export function issuedInHeaders(headers: readonly (readonly [name: string, value: string])[]): readonly IssuedValue[] {
  return headers.flatMap(([name, value]) => {
    if (name.toLowerCase() === 'set-cookie') return cookie(value);
    const own = isSensitiveName(name) ? issued(name, value) : [];
    return [...own, ...parameters(value)];
  });
}

/** What a body hands out: JSON (also inside of its texts), forms, XML, hidden fields of HTML. */
export function issuedInText(text: string, depth = 0): readonly IssuedValue[] {
  if (text.length < 8) return [];
  const json = /^\s*[[{]/u.test(text) ? parse(text) : undefined;
  if (json !== undefined) return issuedInValue(json, '', depth);
  return [...parameters(text), ...cutMember(text), ...elements(text), ...hiddenFields(text)];
}

function cookie(field: string): readonly IssuedValue[] {
  const [pair = ''] = field.split(';');
  const at = pair.indexOf('=');
  return at === -1 ? [] : issued(pair.slice(0, at).trim(), pair.slice(at + 1));
}

/** Pairs of a form, of an address (its fragment too), and of what is left of JSON. */
function parameters(text: string): readonly IssuedValue[] {
  return pairsIn(text.replaceAll('#', '?')).flatMap(([name, value]) => {
    if (isSensitiveName(name)) return issued(name, value);
    return name === 'code' && /\d/u.test(value) && value.length >= 16 ? issued(name, value) : [];
  });
}

/** A body that a report cuts off may end in the middle of a token. */
function cutMember(text: string): readonly IssuedValue[] {
  const [, name = '', value = ''] = /"([^"\\]{1,80})"\s*:\s*"([^"\\]{6,8192})$/u.exec(text.slice(-8300)) ?? [];
  return isSensitiveName(name) ? issued(name, value) : [];
}

function elements(text: string): readonly IssuedValue[] {
  return [...text.matchAll(/<(?:[\w-]{1,40}:)?([\w-]{1,80})(?:\s[^<>]{0,400})?>([^<>]{6,8192})<\//gu)].flatMap(
    ([, name = '', value = '']) => (isSensitiveName(name) ? issued(name, value) : []),
  );
}

/** `<input name="csrf_token" value="…">`, `<meta name="csrf-token" content="…">`, attributes with such names. */
function hiddenFields(text: string): readonly IssuedValue[] {
  return [...text.matchAll(/<[a-z][\w:-]{0,40}\s([^<>]{6,8192})>/giu)].flatMap(([, inside = '']) => {
    const attributes = [...inside.matchAll(/([\w:-]{1,80})\s*=\s*(?:"([^"]*)"|'([^']*)')/gu)].map(
      ([, name = '', double, single]) => [name.toLowerCase(), double ?? single ?? ''] as const,
    );
    const named = new Map(attributes);
    const field = named.get('name') ?? named.get('id') ?? '';
    const value = named.get('value') ?? named.get('content') ?? '';
    return [
      ...(isSensitiveName(field) ? issued(field, value) : []),
      ...attributes.flatMap(([name, content]) => (isSensitiveName(name) ? issued(name, content) : [])),
    ];
  });
}

function issuedInValue(json: unknown, name: string, depth: number): readonly IssuedValue[] {
  if (depth > deepest) return [];
  if (typeof json === 'string') {
    const own = isSensitiveName(name) ? issued(name, json) : parameters(json);
    return /^\s*[[{]/u.test(json) ? [...own, ...issuedInText(json, depth + textLevels)] : own;
  }
  if (Array.isArray(json)) return json.flatMap((item) => issuedInValue(item, name, depth + 1));
  if (typeof json !== 'object' || json === null) return [];
  const entries = Object.entries(json);
  const members = new Map<string, unknown>(entries.map(([key, value]) => [key.toLowerCase(), value]));
  const label = members.get('name') ?? members.get('key');
  const value = members.get('value');
  const pair = typeof label === 'string' && typeof value === 'string' ? issuedInHeaders([[label, value]]) : [];
  return [
    ...pair,
    ...entries.flatMap(([key, inner]) =>
      /^set-?cookie$/iu.test(key) ? textsOf(inner).flatMap(cookie) : issuedInValue(inner, key, depth + 1),
    ),
  ];
}

function textsOf(json: unknown): readonly string[] {
  if (typeof json === 'string') return [json];
  return Array.isArray(json) ? json.flatMap(textsOf) : [];
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function issued(name: string, text: string): readonly IssuedValue[] {
  const label = fieldName([name]);
  return secretsInField(name, text, false).flatMap((candidate): readonly IssuedValue[] => {
    const value = candidate.trim();
    // Header and claims of a JWT are evidence; without its signature it opens nothing.
    const [, signature] = /^eyJ[\w-]{6,}\.[\w-]{2,}\.([\w-]+)$/u.exec(value) ?? [];
    if (signature !== undefined) return [{ name: 'signature', value: signature }];
    return isOpaque(value) ? withDecoded(label, value) : [];
  });
}

function withDecoded(name: string, value: string): readonly IssuedValue[] {
  try {
    const decoded = decodeURIComponent(value);
    return decoded === value ? [{ name, value }] : [{ name, value: decoded }];
  } catch {
    return [{ name, value }];
  }
}

/** True for what opens something: no words, no number, no address, no mask. */
function isOpaque(value: string): boolean {
  return (
    /^\S{6,}$/u.test(value) &&
    !isTooCommon(value) &&
    !/^[\d.,:+-]+$/u.test(value) &&
    !/^https?:\/\//iu.test(value) &&
    !/^\p{L}{1,19}(?:[^\p{L}\p{N}]\p{L}{1,19})*[^\p{L}\p{N}]?$/u.test(value) &&
    !/^[*•xX.…‹-]{3,}/u.test(value)
  );
}
