import type { Text } from '../../model/text.ts';
import { joinText } from '../join-text.ts';
import type { Notes } from '../notes.ts';
import { showText } from '../show-text.ts';
import type { Holes } from '../url/dig-holes.ts';
import { encodeVerbatim } from './encode-verbatim.ts';
import { noteSorting } from './note-sorting.ts';
import type { Parameter } from './parameter.ts';
import { type ParameterStyle, parameterEncoder } from './parameter-encoder.ts';

interface QuerySources {
  /** The URL's own query, as written; empty where there is none. */
  readonly written: string;
  readonly holes: Holes;
  /** What a GET payload adds. */
  readonly payload: readonly Parameter[];
  readonly style: ParameterStyle;
}

/** The query for the wire, without its `?`; empty where there is none. A parameter of the payload takes the place of the URL's of the same name. */
export function specifyQuery({ written, holes, payload, style }: QuerySources, notes: Notes): Text {
  const encoder = parameterEncoder(style);
  const own = written === '' ? [] : encoder.read(written, holes.fill);
  if (own !== undefined && own.length > 0 && payload.length > 0) {
    notes.assume(
      'query-merged',
      'The payload is taken to be merged into the query of the URL; where both have a name, the payload’s value is sent.',
    );
  }
  if (own === undefined || style === 'verbatim') {
    noteVerbatim(style, notes);
    const kept = encodeVerbatim(holes.fill(written));
    const added = encodeVerbatim(encoder.join(encoder.pairs(payload)));
    return joinText(kept, kept.length > 0 && added.length > 0 ? '&' : '', added);
  }
  noteRewriting(showText(holes.fill(written)), showText(encoder.join(encoder.pairs(own))), notes);
  const merged = new Map([...own, ...payload].map((parameter) => [showText(parameter.name), parameter]));
  noteSorting([...merged.values()], style, notes);
  return encoder.join(encoder.pairs([...merged.values()]));
}

function noteVerbatim(style: ParameterStyle, notes: Notes): void {
  if (style === 'verbatim')
    notes.assume('query-verbatim', 'With disable_url_encoding the query is taken to be sent as written, nothing escaped.');
  else notes.assume('query-kept', 'The query of the URL cannot be read as parameters, so it is taken to be sent as written.');
}

/** Says what reading the URL's own query and writing it again changed, beside the order. */
function noteRewriting(before: string, after: string, notes: Notes): void {
  const [was, is] = [before, after].map((query) => query.split('&').sort());
  if (was === undefined || is === undefined || was.join('&') === is.join('&')) return;
  if (is.length < was.length) {
    notes.assume(
      'query-collapsed',
      `Tines is taken to read the query of the URL and to send less of it: ‹${before}› becomes ‹${after}›.`,
    );
  } else {
    notes.assume(
      'query-reencoded',
      `Tines is taken to read the query of the URL and to write it anew: ‹${before}› becomes ‹${after}›.`,
    );
  }
}
