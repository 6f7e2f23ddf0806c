import type { CurlArgument } from './arguments.ts';
import { type CurlSources, readCurlFile } from './input.ts';

const dataNames: ReadonlySet<string> = new Set(['data', 'data-ascii', 'data-binary', 'data-raw', 'data-urlencode', 'json']);

/** What `--data` and its kin make of a body, put together in order; undefined where the command has none of them. */
export function readCurlData(options: readonly CurlArgument[], sources: CurlSources): Uint8Array | undefined {
  const given = options.filter(({ name }) => dataNames.has(name));
  if (given.length === 0) return undefined;
  const pieces = given.flatMap((option, index) => {
    const bytes = dataOf(option, sources);
    return index === 0 || option.name === 'json' ? [bytes] : [Buffer.from('&'), bytes];
  });
  return Buffer.concat(pieces);
}

function dataOf(option: CurlArgument, sources: CurlSources): Uint8Array {
  const { name, value, place } = option;
  if (name === 'data-urlencode') return Buffer.from(urlEncoded(option, sources), 'latin1');
  if (name === 'data-raw' || !value.startsWith('@')) return Buffer.from(value.toWellFormed(), 'utf8');
  const bytes = readCurlFile(value.slice(1), sources, place);
  // curl's manual: carriage returns, newlines and null bytes are stripped when --data reads a file.
  return name === 'data-binary' || name === 'json' ? bytes : bytes.filter((byte) => byte !== 10 && byte !== 13 && byte !== 0);
}

/** One part of a query or a form as `--data-urlencode` and `--url-query` write it: `content`, `=content`, `name=content`, `@file`, `name@file`; a blank becomes `+`. */
export function urlEncoded({ value, place }: CurlArgument, sources: CurlSources): string {
  const at = value.search(/[=@]/u);
  const name = at === -1 ? '' : value.slice(0, at);
  const rest = value.slice(at + 1);
  const bytes =
    value.charAt(at) === '@' && at !== -1 ? readCurlFile(rest, sources, place) : Buffer.from(rest.toWellFormed(), 'utf8');
  const encoded = [...bytes]
    .map((byte) => {
      const character = String.fromCharCode(byte);
      if (character === ' ') return '+';
      return /[A-Za-z\d._~-]/u.test(character) ? character : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    })
    .join('');
  return name === '' ? encoded : `${name}=${encoded}`;
}
