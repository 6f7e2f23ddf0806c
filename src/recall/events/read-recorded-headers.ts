import { memberOf } from '../../formats/json/member-of.ts';
import { scalarText } from '../../formats/json/scalar-text.ts';
import { HarnessError } from '../../harness-error.ts';
import type { Json } from '../../model/json.ts';
import type { HeaderField } from '../../model/request-spec.ts';
import { describeKind } from '../describe-kind.ts';
import { located } from '../located.ts';

/**
 * Recorded header fields, names in lower case: an object of texts, a list where a name has several; a list of pairs or of `{name, value}` too.
 * @throws HarnessError `event`, with its place, for values that are none.
 */
export function readRecordedHeaders(headers: Json): readonly HeaderField[] {
  if (headers.kind === 'null') return [];
  if (headers.kind === 'array') return headers.items.flatMap(readPair);
  if (headers.kind !== 'object') throw wrong(headers, 'the headers are an object of names and values');
  return headers.members.flatMap(({ key, value }) => readValues(key, value));
}

function readPair(pair: Json): readonly HeaderField[] {
  const [name, value] = pair.kind === 'array' ? pair.items : [memberOf(pair, 'name', 'key'), memberOf(pair, 'value')];
  const text = scalarText(name);
  if (text === undefined || value === undefined) throw wrong(pair, 'a header in a list is a name and a value');
  return readValues(text, value);
}

function readValues(name: string, value: Json): readonly HeaderField[] {
  if (value.kind === 'null') return [];
  if (value.kind === 'array') return value.items.flatMap((item) => readValues(name, item));
  const text = value.kind === 'boolean' ? String(value.value) : scalarText(value);
  if (text === undefined) throw wrong(value, `the value of the header ‹${name}› is a text`);
  return [[name.toLowerCase(), text]];
}

function wrong(value: Json, rule: string): HarnessError {
  return new HarnessError('event', `${rule}, and this is ${describeKind(value)}`, {
    ...located(value),
    hint: 'Write it as Tines records it: "headers": { "content-type": "application/json" }.',
  });
}
