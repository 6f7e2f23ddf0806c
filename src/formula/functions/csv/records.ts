import { FormulaError } from '../../syntax/formula-error.ts';
import { csvLibrary } from './library.ts';

/** One line of CSV: text for each field, null for one with nothing in it, not even quotes. */
export type CsvRecord = readonly (string | null)[];

/**
 * Reads CSV whose delimiter is found by its first line. Fields lose the spaces around them; a field without content is null and an
 * empty line has no fields, as in Ruby's CSV; lines may differ in length. An unbalanced quote is a FormulaError.
 */
export function csvRecords(name: string, text: string): readonly CsvRecord[] {
  const records: unknown = parse(name, text);
  if (!Array.isArray(records)) return [];
  return records.map((record: unknown) => (isRecord(record) ? withoutEmptyLine(record) : []));
}

function parse(name: string, text: string): unknown {
  const { parse: parseCsv } = csvLibrary();
  try {
    return parseCsv(text, {
      bom: true,
      delimiter: delimiterOf(text),
      trim: true,
      relax_column_count: true,
      relax_quotes: true,
      cast: (value, { quoting }) => (value === '' && !quoting ? null : value),
    });
  } catch (error) {
    const line = error instanceof Error && 'lines' in error ? ` (line ${error.lines})` : '';
    throw new FormulaError('evaluation', `Invalid argument to ${name}, expected CSV text got Text${line}`, {
      hint: 'Check the quotation marks: each one that opens a field has to be closed, and those inside a field are doubled.',
    });
  }
}

function isRecord(record: unknown): record is CsvRecord {
  return Array.isArray(record) && record.every((field) => field === null || typeof field === 'string');
}

function withoutEmptyLine(record: CsvRecord): CsvRecord {
  return record.length === 1 && record[0] === null ? [] : record;
}

function delimiterOf(text: string): string {
  const [firstLine = ''] = text
    .replace(/^[\uFEFF\r\n]+/, '')
    .replaceAll(/"[^"]*"/g, '')
    .split(/[\r\n]/, 1);
  const counts = [',', ';', '\t', '|'].map((delimiter) => ({ delimiter, count: firstLine.split(delimiter).length }));
  return counts.reduce((best, next) => (next.count > best.count ? next : best)).delimiter;
}
