import { HarnessError } from '../../harness-error.ts';
import type { Json, JsonMember } from '../../model/json.ts';
import type { Source } from '../../model/source.ts';
import type { ResolvedText, Text } from '../../model/text.ts';
import { joinText } from '../join-text.ts';
import type { Notes } from '../notes.ts';
import type { OptionReader } from '../option-reader.ts';
import { rubyText } from '../ruby-text.ts';
import { trimText } from '../url/trim-text.ts';
import { checkFieldName, checkFieldValue } from './check-field.ts';

/** A header that the action's author wrote. */
export interface UserHeader {
  readonly name: string;
  readonly value: Text;
  readonly source: Source;
}

/** Framing is the client's: a wrong one would make the request unreadable. */
const COMPUTED: ReadonlySet<string> = new Set(['content-length', 'transfer-encoding']);

/**
 * The option `headers`, in order, names as written; a repeated name (in any case) keeps its last value in its first place, null is not sent.
 * What HTTP does not allow is an `invalid-header` with its place.
 */
export function userHeaders(options: OptionReader, notes: Notes): readonly UserHeader[] {
  const headers = options.value('headers');
  if (headers === undefined || headers.kind === 'null') return [];
  if (headers.kind !== 'object') {
    if ((headers.kind === 'array' && headers.items.length === 0) || (headers.kind === 'string' && headers.value.length === 0))
      return [];
    const details = { source: options.place('headers'), hint: 'Write headers as an object of names and values.' };
    throw new HarnessError('invalid-option', 'The option ‹headers› is not an object.', details);
  }
  const kept = new Map<string, UserHeader>();
  for (const member of headers.members) {
    const header = readHeader(member, options.place('headers'), notes);
    const name = header.name.toLowerCase();
    const known = kept.get(name);
    if (known !== undefined)
      notes.warn('header-repeated', `The header ‹${header.name}› stands twice; the last value is sent.`, header.source);
    if (member.value.kind === 'null') kept.delete(name);
    else if (COMPUTED.has(name))
      notes.warn('header-computed', `The header ‹${header.name}› is left out: every client computes it.`, header.source);
    else kept.set(name, header);
  }
  const sent = [...kept.values()];
  const oddCase = sent.find(({ name }) => name !== name.toLowerCase().replace(/(^|-)[a-z]/g, (start) => start.toUpperCase()));
  if (oddCase !== undefined) {
    notes.assume(
      'header-case',
      `Header names are sent as written (‹${oddCase.name}›); Tines may send them in capital case, which means the same.`,
    );
  }
  return sent;
}

function readHeader(member: JsonMember<ResolvedText>, fallback: Source, notes: Notes): UserHeader {
  const source = member.value.source ?? member.keySource ?? fallback;
  const name = checkFieldName(member.key, member.keySource ?? source);
  const value = trimText(checkFieldValue(name, readValue(name, member.value, { source, notes }), source));
  if (value.length === 0 && member.value.kind !== 'null') {
    notes.assume('header-empty', `The header ‹${name}› has no value and is taken to be sent empty.`, source);
  }
  return { name, value, source };
}

interface ValuePlace {
  readonly source: Source;
  readonly notes: Notes;
}

function readValue(name: string, value: Json<ResolvedText>, { source, notes }: ValuePlace): ResolvedText {
  if (value.kind === 'object') {
    const hint = 'Write the value as text.';
    throw new HarnessError('invalid-header', `The value of the header ‹${name}› is an object.`, { source, hint });
  }
  if (value.kind !== 'array') return rubyText(value);
  notes.assume(
    'header-list',
    `The values of the header ‹${name}› are taken to be sent as one, with commas between them.`,
    source,
  );
  const items = value.items.map((item) => checkFieldValue(name, readValue(name, item, { source, notes }), source));
  return joinText(items.flatMap((item, index) => [index === 0 ? '' : ', ', item]));
}
