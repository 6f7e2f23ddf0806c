import type { Value, ValueMap } from '../../../model/value.ts';
import type { BoundArguments, FunctionContext, FunctionEntry } from '../../evaluate/function-entry.ts';
import { textOf } from '../../values/text-of.ts';
import { arrayArgument, objectArgument, textArgument } from '../arguments.ts';
import { define } from '../define.ts';
import { documentationPage } from '../documentation-page.ts';
import { spendText } from '../spend-text.ts';
import { csvRecords } from './records.ts';

const category = 'Data Parsing/Conversion';

/** Tables: CSV both ways, and Markdown. */
export const csvFunctions: readonly FunctionEntry[] = [
  define(
    {
      name: 'CSV_PARSE',
      category,
      parameters: 'text',
      summary: 'The lines of CSV text as arrays of text; the delimiter is found by itself.',
      source: `${documentationPage('CSV_PARSE')}; inferred: a field without content is NULL`,
    },
    ([text], { spend }) => {
      const csv = textArgument('CSV_PARSE', text);
      spend(csv.length);
      return csvRecords('CSV_PARSE', csv);
    },
  ),
  define(
    {
      name: 'CSV_PARSE_TO_OBJECTS',
      category,
      parameters: 'text',
      summary: 'The lines of CSV text as objects whose keys are the first line.',
      source: `${documentationPage('CSV_PARSE_TO_OBJECTS')}; inferred: a field without content is NULL`,
    },
    ([text], { spend }) => {
      const csv = textArgument('CSV_PARSE_TO_OBJECTS', text);
      spend(csv.length);
      const [header = [], ...records] = csvRecords('CSV_PARSE_TO_OBJECTS', csv).filter((record) => record.length > 0);
      spend(records.length * header.length);
      return records.map((record) => objectOf(header, record));
    },
  ),
  define(
    {
      name: 'TO_CSV',
      category,
      parameters: 'array_of_arrays',
      summary: 'Arrays as lines of CSV; fields with a space, comma, quote or line break are quoted.',
      source: `${documentationPage('TO_CSV')}: fields are joined by a comma and a space`,
    },
    ([rows], context) => {
      const lines = arrayArgument('TO_CSV', rows).map((row) => arrayArgument('TO_CSV', row).map(quotedField).join(', '));
      return spendText(lines.map((line) => `${line}\n`).join(''), context);
    },
  ),
  define(
    {
      name: 'OBJECTS_TO_CSV',
      category,
      parameters: 'objects, [headers]',
      summary: 'Objects as lines of CSV under a line of headers: those given, else the keys of the first object.',
      source: `${documentationPage('OBJECTS_TO_CSV')}: fields are joined by a comma and a space, and by a comma before an empty one`,
    },
    ([objects, headers], context) => {
      const lines = table('OBJECTS_TO_CSV', [objects, headers], context).map((row) => row.map(plainField).reduce(joinFields, ''));
      return spendText(lines.map((line) => `${line}\n`).join(''), context);
    },
  ),
  define(
    {
      name: 'OBJECTS_TO_MARKDOWN_TABLE',
      category,
      parameters: 'objects, [headers]',
      summary: 'Objects as a Markdown table; the columns are the headers given, else the keys of the first object.',
      source: documentationPage('OBJECTS_TO_MARKDOWN_TABLE'),
    },
    ([objects, headers], context) => {
      const [head, ...rows] = table('OBJECTS_TO_MARKDOWN_TABLE', [objects, headers], context);
      if (head === undefined) return '';
      return spendText([head, head.map(() => '---'), ...rows].map(markdownRow).join('\n'), context);
    },
  ),
];

function objectOf(header: readonly (string | null)[], record: readonly (string | null)[]): ValueMap {
  const object = new Map<string, Value>();
  const fields = Math.max(header.length, record.length);
  for (let index = 0; index < fields; index++) {
    const key = header[index] ?? '';
    // As in Ruby's CSV::Row#to_h, the first of two columns with the same name counts.
    if (!object.has(key)) object.set(key, record[index] ?? null);
  }
  return object;
}

function table(name: string, [objects, headers]: BoundArguments, { spend }: FunctionContext): readonly (readonly Value[])[] {
  const rows = arrayArgument(name, objects).map((row) => objectArgument(name, row));
  const keys =
    headers === undefined || headers === null ? [...(rows[0]?.keys() ?? [])] : arrayArgument(name, headers).map(textOf);
  if (keys.length === 0) return [];
  spend(keys.length * (rows.length + 1));
  return [keys, ...rows.map((row) => keys.map((key) => row.get(key) ?? null))];
}

function plainField(value: Value): string {
  const text = textOf(value);
  if (text === '' && value !== null) return '""';
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function quotedField(value: Value): string {
  const field = plainField(value);
  return !field.startsWith('"') && field.includes(' ') ? `"${field}"` : field;
}

function joinFields(line: string, field: string, index: number): string {
  if (index === 0) return field;
  return field === '' ? `${line},` : `${line}, ${field}`;
}

function markdownRow(cells: readonly Value[]): string {
  return `| ${cells.map((cell) => textOf(cell).replaceAll('|', '\\|')).join(' | ')} |`;
}
