import type { HeaderField } from '../../model/request-spec.ts';
import type { Text } from '../../model/text.ts';
import type { Content } from '../content.ts';
import type { CurlOption } from './curl-command.ts';

const formType = 'application/x-www-form-urlencoded';
/** From 1 MiB of body on, curl asks for permission first and waits a second for it (EXPECT_100_THRESHOLD in its sources). */
const expectThreshold = 1_000_000;

/**
 * `--header` for each field, in order. A field that curl adds by itself with the same value is left out; one that it would invent is
 * suppressed (`Accept:`); an empty value is written `Name;`, since `Name:` would suppress it.
 */
export function headerOptions(headers: readonly HeaderField<Text>[], content: Content | null): readonly CurlOption[] {
  const own = ownHeaders(content);
  const wanted = headers.filter((field) => !isOwn(field, headers, own));
  const names = new Set(headers.map(([name]) => name.toLowerCase()));
  const invented = own.filter(({ name }) => !names.has(name.toLowerCase()));
  return [
    ...wanted.map(([name, value]) => ({ name: 'header', value: isBlank(value) ? [`${name};`] : joined(`${name}: `, value) })),
    ...invented.map(({ name }) => ({ name: 'header', value: [`${name}:`] })),
  ];
}

interface OwnHeader {
  readonly name: string;
  /** What curl sends; empty where it depends on its version. */
  readonly value: string;
}

function ownHeaders(content: Content | null): readonly OwnHeader[] {
  const size = (content ?? []).reduce((sum, piece) => {
    if (typeof piece === 'string') return sum + Buffer.byteLength(piece, 'utf8');
    return sum + (piece instanceof Uint8Array ? piece.length : 0);
  }, 0);
  return [
    { name: 'User-Agent', value: '' },
    { name: 'Accept', value: '*/*' },
    ...(content === null ? [] : [{ name: 'Content-Type', value: formType }]),
    ...(size < expectThreshold ? [] : [{ name: 'Expect', value: '' }]),
  ];
}

function isOwn([name, value]: HeaderField<Text>, all: readonly HeaderField<Text>[], own: readonly OwnHeader[]): boolean {
  const same = own.some(
    (header) => header.name === name && header.value !== '' && value.length === 1 && value[0] === header.value,
  );
  return same && all.filter(([other]) => other.toLowerCase() === name.toLowerCase()).length === 1;
}

/** White space is what HTTP takes for it: a no-break space, or U+2028, is a value. */
function isBlank(value: Text): boolean {
  return value.every((piece) => typeof piece === 'string' && /^[ \t]*$/.test(piece));
}

function joined(prefix: string, value: Text): Text {
  const [first, ...rest] = value;
  return typeof first === 'string' ? [prefix + first, ...rest] : [prefix, ...value];
}
