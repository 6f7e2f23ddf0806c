import type { Action } from '../../model/action.ts';
import type { Json } from '../../model/json.ts';
import type { Source } from '../../model/source.ts';
import { fieldName, type LiteralSecret } from './literal-secret.ts';
import { secretsInField } from './secrets-in-field.ts';
import { secretsInText } from './secrets-in-text.ts';
import { isSensitiveName } from './sensitive-name.ts';
import { splitAtPills } from './split-at-pills.ts';

/** Secrets that the author wrote into the action's options and template inputs, each with its place; what pills stand for is none. */
export function secretsInOptions(action: Action): readonly LiteralSecret[] {
  const inputs = action.inputs.flatMap(({ name, value }) => secretsIn(value, ['inputs', name]));
  return [...secretsIn(action.options, []), ...inputs];
}

function secretsIn(json: Json, path: readonly string[]): readonly LiteralSecret[] {
  switch (json.kind) {
    case 'object':
      return json.members.flatMap(({ key, value }) => secretsIn(value, [...path, key]));
    case 'array':
      return json.items.flatMap((item, index) => secretsIn(item, [...path, String(index)]));
    case 'string':
      return secretsOf(json.value, path).map((value) => literal(value, path, json.source));
    case 'number':
      return isSensitiveName(path.at(-1) ?? '') ? [literal(json.text, path, json.source)] : [];
    default:
      return [];
  }
}

function literal(value: string, path: readonly string[], source: Source | undefined): LiteralSecret {
  const field = fieldName(path);
  return {
    secret: { label: `literal in ${field}`, value },
    field,
    origin: 'literal',
    ...(source === undefined ? {} : { source }),
  };
}

function secretsOf(text: string, path: readonly string[]): readonly string[] {
  const name = path.findLast((part) => !/^\d+$/u.test(part)) ?? '';
  const parts = literalParts(text);
  const isPart = parts.length !== 1 || parts[0] !== text;
  const shaped = parts.flatMap(secretsInText);
  if (path[0] === 'basic_auth') return [...shaped, ...basicPassword(text, path)];
  if (isSensitiveName(name)) return [...shaped, ...parts.flatMap((part) => secretsInField(name, part, isPart))];
  return [
    ...shaped,
    ...parts.flatMap((part) =>
      pairsIn(part).flatMap(([key, value]) => (isSensitiveName(key) ? secretsInField(key, value, false) : [])),
    ),
  ];
}

/** `user:password`, or the second item of `["user", "password"]`; the first one where the password is a pill or empty is a user name. */
function basicPassword(text: string, path: readonly string[]): readonly string[] {
  const password = path.length === 1 ? text.slice(text.indexOf(':') + 1) : path[1] === '1' ? text : '';
  const parts = literalParts(password);
  return parts.flatMap((part) => secretsInField('password', part, parts.length !== 1 || part !== password));
}

/** The text around pills and Liquid; of a formula its text literals. */
function literalParts(text: string): readonly string[] {
  if (/^\s*=/u.test(text)) return [...text.matchAll(/"((?:[^"\\]|\\.)*)"/gsu)].map(([, part = '']) => part);
  return splitAtPills(text).filter((part, index) => index % 2 === 0 && part !== '');
}

/** Pairs of a query or form (`a=b&c=d`) and of JSON in a text. */
export function pairsIn(text: string): readonly (readonly [name: string, value: string])[] {
  const parameters = [...text.matchAll(/(?:^|[?&;])([^=&;?\s"'{}]{1,80})=([^&;#\s"'<>]{1,4096})/gu)].map(
    ([, name = '', value = '']) => [decoded(name), decoded(value)] as const,
  );
  const members = [...text.matchAll(/"([^"\\]{1,80})"\s{0,8}:\s{0,8}"((?:[^"\\]|\\.){1,4096})"/gsu)].map(
    ([, name = '', value = '']) => [name, unescaped(value)] as const,
  );
  return [...parameters, ...members];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}

function unescaped(text: string): string {
  try {
    const value: unknown = JSON.parse(`"${text}"`);
    return typeof value === 'string' ? value : text;
  } catch {
    return text;
  }
}
