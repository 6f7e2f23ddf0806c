import type { Text, Variable } from '../../model/text.ts';
import { joinTexts } from './slice-text.ts';

/** A URL apart: what stands before the question mark, and each piece of the query as written. */
export interface UrlParts {
  readonly base: Text;
  readonly parameters: readonly Parameter[];
}

/** One `name=value` of a query, encoded. */
export interface Parameter {
  /** Decoded. */
  readonly name: string;
  readonly text: Text;
  /** Without the name and `=`. */
  readonly value: Text;
}

/** Takes a URL apart. A question mark inside of a variable is not seen. */
export function splitUrl(url: Text): UrlParts {
  const [base = [], ...rest] = splitText(url, '?', 1);
  const query = rest[0];
  if (query === undefined || query.length === 0) return { base, parameters: [] };
  return { base, parameters: splitText(query, '&', Number.POSITIVE_INFINITY).map(readParameter) };
}

/** Puts a URL together again. */
export function joinUrl({
  base,
  parameters,
}: {
  readonly base: Text;
  readonly parameters: readonly { readonly text: Text }[];
}): Text {
  return joinTexts(base, ...parameters.flatMap(({ text }, index) => [index === 0 ? '?' : '&', text]));
}

/** The query as a form decodes it; broken escapes stay as they are. */
export function decodeComponent(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}

function readParameter(text: Text): Parameter {
  const [name = [], value = []] = splitText(text, '=', 1);
  return { name: decodeComponent(name.filter((piece) => typeof piece === 'string').join('')), text, value };
}

function splitText(text: Text, separator: string, times: number): readonly Text[] {
  const parts: (string | Variable)[][] = [[]];
  for (const piece of text) {
    if (typeof piece !== 'string') {
      parts.at(-1)?.push(piece);
      continue;
    }
    let rest = piece;
    for (let place = rest.indexOf(separator); place !== -1 && parts.length <= times; place = rest.indexOf(separator)) {
      if (place > 0) parts.at(-1)?.push(rest.slice(0, place));
      parts.push([]);
      rest = rest.slice(place + separator.length);
    }
    if (rest !== '') parts.at(-1)?.push(rest);
  }
  return parts;
}
