import { isSensitiveName } from '../literals/sensitive-name.ts';
import { isTooCommon, isWordLike, looksRandom } from './everyday.ts';

const shortestLine = 12;

/** What else gives a secret away, besides the value itself: its lines, what follows a scheme or a user name, what base64 or JSON in it holds. */
export function secretParts(value: string): readonly string[] {
  const trimmed = value.trim();
  const bare = trimmed.replace(/^(?:Basic|Bearer|Token|SSWS|ApiKey|Api-Key|GenieKey|Splunk|Key|OAuth)\s+/iu, '');
  const parts = [
    trimmed,
    bare,
    ...linesOf(value),
    ...pairPart(bare),
    ...userInfoPart(bare),
    ...decodedPart(bare),
    ...jsonParts(trimmed),
  ];
  return [...new Set(parts)].filter((part) => part !== value && !isTooCommon(part) && !isWordLike(part));
}

function linesOf(value: string): readonly string[] {
  const lines = value.split(/[\r\n]+/u).map((line) => line.trim());
  return lines.length < 2
    ? []
    : lines.filter((line) => line.length >= shortestLine && !line.startsWith('-----') && !/^[\p{L} ]+$/u.test(line));
}

function pairPart(value: string): readonly string[] {
  const [, password] = /^[^\s:/]+:([^\s/][^\s]*)$/u.exec(value) ?? [];
  return password === undefined ? [] : [password];
}

function userInfoPart(value: string): readonly string[] {
  const [, password] = /^[a-z][a-z0-9+.-]*:\/\/[^\s/?#:@]*:([^\s/?#@]+)@/iu.exec(value) ?? [];
  return password === undefined ? [] : [password];
}

function decodedPart(value: string): readonly string[] {
  if (!/^[A-Za-z0-9+/_-]{8,}={0,2}$/u.test(value)) return [];
  const decoded = Buffer.from(value, 'base64').toString('latin1');
  return /^[\x20-\x7e]{6,}$/u.test(decoded) ? [decoded, ...pairPart(decoded)] : [];
}

function jsonParts(value: string): readonly string[] {
  if (!value.startsWith('{') && !value.startsWith('[')) return [];
  try {
    return textsOf(JSON.parse(value), '');
  } catch {
    return [];
  }
}

function textsOf(json: unknown, name: string): readonly string[] {
  if (typeof json === 'string') return isSensitiveName(name) || looksRandom(json) ? [json, ...linesOf(json)] : [];
  if (Array.isArray(json)) return json.flatMap((item) => textsOf(item, name));
  if (typeof json !== 'object' || json === null) return [];
  return Object.entries(json).flatMap(([key, inner]) => textsOf(inner, key));
}
