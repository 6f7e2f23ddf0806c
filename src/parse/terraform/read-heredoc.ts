import type { Json } from '../../model/json.ts';
import { readValue, skipBlanks } from '../json/read-value.ts';
import { sourceAt } from '../json/source-text.ts';
import type { TerraformCursor } from './cursor.ts';

/**
 * The value of the here-document (`<<EOF` or `<<-EOF`) at the cursor, which is moved behind it: the JSON that it holds, each value
 * with its place, or else its text.
 * @throws HarnessError `not-json` where it is not closed.
 */
export function readTerraformHeredoc(cursor: TerraformCursor, pointer: string): Json {
  const opening = /<<(-?)([\p{L}_][\p{L}\p{N}_-]*)[ \t]*\r?\n/uy;
  opening.lastIndex = cursor.offset;
  const match = opening.exec(cursor.file.text);
  if (match === null) {
    throw cursor.error('The beginning of a here-document was expected.');
  }
  const source = sourceAt(cursor.file, cursor.offset, pointer);
  const start = opening.lastIndex;
  const closing = new RegExp(`^[ \\t]*${match[2]}[ \\t]*\\r?$`, 'gmu');
  closing.lastIndex = start;
  const end = closing.exec(cursor.file.text);
  if (end === null) {
    throw cursor.error(`The here-document is not closed by a line ‹${match[2]}›.`);
  }
  cursor.offset = closing.lastIndex;
  const content = skipBlanks(cursor.file.text, start);
  if (cursor.file.text[content] === '{' || cursor.file.text[content] === '[') {
    const reading = readValue(cursor.file, content, pointer);
    if (reading.kind === 'read' && skipBlanks(cursor.file.text, reading.end) >= end.index) {
      return reading.value;
    }
  }
  const text = cursor.file.text.slice(start, end.index);
  return { kind: 'string', value: match[1] === '-' ? withoutIndentation(text) : text, source };
}

function withoutIndentation(text: string): string {
  const lines = text.split('\n');
  const widths = lines.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length);
  const width = widths.reduce((least, next) => Math.min(least, next), Number.POSITIVE_INFINITY);
  return lines.map((line) => line.slice(width)).join('\n');
}
