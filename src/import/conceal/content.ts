import type { Text, Variable } from '../../model/text.ts';
import type { Concealing } from './header.ts';
import { textOf } from './names.ts';

/** A query or a form (`a=1&token=2`), its credentials variables as they stand there, encoded. */
function concealPairs(text: string, { names, isSecretName }: Concealing): Text {
  const pieces = text.split(/(&)/u).flatMap((pair) => {
    const equals = pair.indexOf('=');
    const name = decode(pair.slice(0, Math.max(equals, 0)));
    const value = pair.slice(equals + 1);
    if (equals < 1 || value === '' || !isSecretName(name)) return [pair];
    return [pair.slice(0, equals + 1), names.hide(name, value, [decode(value)])];
  });
  return textOf(pieces);
}

/** The address, credentials in its query variables. */
export function concealUrl(url: string, concealing: Concealing): Text {
  const question = url.indexOf('?');
  if (question === -1) return [url];
  return textOf([url.slice(0, question + 1), ...concealPairs(url.slice(question + 1), concealing)]);
}

/** A body that is text: members of JSON, wherever they stand, or pairs of a form; anything else as it is. */
export function concealBody(text: string, concealing: Concealing): Text {
  if (!/^\s*[[{]/u.test(text)) return /^[^\s&=]+=[^\s]*$/u.test(text) ? concealPairs(text, concealing) : [text];
  const { names, isSecretName } = concealing;
  const pieces: (string | Variable)[] = [];
  let end = 0;
  let key: { readonly name: string; readonly end: number } | undefined;
  // One string after the other, each read once: a body may be long, and full of escaped quotation marks.
  for (const { index, 0: whole, 1: inside = '' } of text.matchAll(/"([^"\\]*(?:\\.[^"\\]*)*)"/gsu)) {
    if (key !== undefined && inside !== '' && /^\s*:\s*$/u.test(text.slice(key.end, index)) && isSecretName(key.name)) {
      pieces.push(text.slice(end, index + 1), names.hide(key.name, inside, [unescapeJson(inside)]));
      end = index + 1 + inside.length;
    }
    key = { name: inside.length < longestName ? unescapeJson(inside) : '', end: index + whole.length };
  }
  return textOf([...pieces, text.slice(end)]);
}

/** No name of a member is longer. */
const longestName = 200;

function unescapeJson(inside: string): string {
  try {
    const value: unknown = JSON.parse(`"${inside}"`);
    return typeof value === 'string' ? value : inside;
  } catch {
    return inside;
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
