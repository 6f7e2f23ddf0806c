import type { HeaderField } from '../../model/request-spec.ts';
import { workingError } from '../working-error.ts';
import type { CurlArgument } from './arguments.ts';
import { type CurlSources, readCurlFile } from './input.ts';

/** What a curl of today calls itself; the command does not say with which one it worked. */
const userAgent = 'curl/8.7.1';

/** What the command says of the body, and what of the user info in its address. */
export interface CurlHeaderInput {
  readonly sources: CurlSources;
  /** The type that curl gives the body by itself; undefined where there is none. */
  readonly contentType: string | undefined;
  /** `user:password`, from the option or the address. */
  readonly user: string | undefined;
}

/**
 * The header fields that curl sends: its own, unless `--header` replaces or removes one (`Name:`), in its order, then those of the command.
 * `Name;` sends an empty one.
 */
export function readCurlHeaders(
  options: readonly CurlArgument[],
  { sources, contentType, user }: CurlHeaderInput,
): readonly HeaderField[] {
  const written = options.filter(({ name }) => name === 'header').flatMap((option) => fieldsOf(option, sources));
  const last = (name: string): string | undefined => options.findLast((option) => option.name === name)?.value;
  const own: (readonly [string, string | undefined])[] = [
    ['Authorization', authorization(last('oauth2-bearer'), user)],
    ['User-Agent', last('user-agent') ?? userAgent],
    ['Range', rangeOf(last('range'))],
    ['Accept', options.some(({ name }) => name === 'json') ? 'application/json' : '*/*'],
    ['Accept-Encoding', last('compressed') === undefined ? undefined : 'deflate, gzip, br, zstd'],
    ['Referer', last('referer')?.replace(/;auto$/u, '')],
    ['Cookie', cookieOf(options)],
  ];
  const added = own.flatMap(([name, value]) =>
    value === undefined || value === '' || written.some(is(name)) ? [] : [[name, value] as const],
  );
  const fields = written.flatMap(({ name, value }) => (value === undefined ? [] : [[name, value] as const]));
  if (contentType === undefined || written.some(is('Content-Type'))) return [...added, ...fields];
  return [...added, ...fields, ['Content-Type', contentType]];
}

interface WrittenField {
  readonly name: string;
  /** Undefined where the field is not to be sent. */
  readonly value: string | undefined;
}

function is(name: string): (field: WrittenField) => boolean {
  return (field) => field.name.toLowerCase() === name.toLowerCase();
}

function fieldsOf({ value, place }: CurlArgument, sources: CurlSources): readonly WrittenField[] {
  const lines = value.startsWith('@')
    ? Buffer.from(readCurlFile(value.slice(1), sources, place))
        .toString('utf8')
        .split(/\r?\n/u)
    : [value];
  return lines.flatMap((line) => {
    const [, name, mark, rest = ''] = /^([^:;]+)([:;])(.*)$/su.exec(line) ?? [];
    // curl leaves such a line out without a word.
    if (name === undefined) return [];
    const text = rest.trim();
    if (/[\r\n\0]/u.test(text)) {
      throw workingError('invalid-header', `the header ‹${name}› of the command has a line break in it`, {
        hint: 'write it in one line',
        place,
      });
    }
    if (mark === ';') return text === '' ? [{ name: name.trim(), value: '' }] : [];
    return [{ name: name.trim(), value: text === '' ? undefined : text }];
  });
}

function authorization(bearer: string | undefined, user: string | undefined): string | undefined {
  if (bearer !== undefined) return `Bearer ${bearer}`;
  return user === undefined ? undefined : `Basic ${Buffer.from(user, 'utf8').toString('base64')}`;
}

function rangeOf(range: string | undefined): string | undefined {
  return range === undefined ? undefined : `bytes=${range}`;
}

function cookieOf(options: readonly CurlArgument[]): string | undefined {
  const cookies = options.filter(({ name, value }) => name === 'cookie' && value.includes('='));
  return cookies.length === 0 ? undefined : cookies.map(({ value }) => value).join(';');
}
