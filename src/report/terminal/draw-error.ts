import type { HarnessError } from '../../harness-error.ts';
import type { Source } from '../../model/source.ts';
import { printable } from '../printable.ts';
import { lineSpan } from './line-span.ts';
import type { Style } from './style.ts';

/** The texts of the files that were read in this run, by the name in `Source.file`. */
export type SourceTexts = ReadonlyMap<string, string>;

const excerptWidth = 100;

/**
 * The error like a compiler's message: what is wrong, the place with its line and a caret, further lines, and what to do.
 * Ends without a line break.
 */
export function drawError(error: HarnessError, texts: SourceTexts, style: Style): string {
  const { source, within, hint, notes = [] } = error.details;
  const lines = [`${style.red(style.bold('error'))}${style.dim(`[${error.code}]`)}: ${style.bold(printable(error.message))}`];
  if (source !== undefined) lines.push(...drawPlace(source, { text: texts.get(source.file), within }, style));
  for (const note of notes) lines.push(`  ${printable(note)}`);
  if (hint !== undefined) lines.push(`${style.cyan('hint')}: ${printable(hint)}`);
  return lines.join('\n');
}

interface Excerpt {
  readonly text: string | undefined;
  readonly within: { readonly offset: number; readonly length: number } | undefined;
}

function drawPlace(source: Source, { text, within }: Excerpt, style: Style): readonly string[] {
  const head = `${style.cyan('-->')} ${printable(source.file)}:${source.line}:${source.column}${source.pointer === '' ? '' : `  ${style.dim(printable(source.pointer).replaceAll('\n', '\\n'))}`}`;
  const place = text === undefined ? undefined : lineSpan(text, source.line);
  if (text === undefined || place === undefined) return [`  ${head}`];
  const written = text.slice(place.start, place.end);
  // A formula of the command line may have several lines; a JSON string never has.
  if (within !== undefined && written[source.column - 1] !== '"' && within.offset > written.length)
    return drawBelow(source, { text, within, start: place.start }, style);
  const line = written;
  const start = source.column - 1;
  const span = within === undefined ? { from: start, to: start + valueLength(line, start) } : spanInside(line, start, within);
  const first = Math.max(0, Math.min(span.from - 30, line.length - excerptWidth));
  const shown = `${first > 0 ? '…' : ''}${line.slice(first, first + excerptWidth)}${first + excerptWidth < line.length ? '…' : ''}`;
  const indent = span.from - first + (first > 0 ? 1 : 0);
  const carets = '^'.repeat(Math.max(1, Math.min(span.to - span.from, excerptWidth - indent + 1)));
  const number = String(source.line);
  const gutter = ' '.repeat(number.length);
  return [
    ` ${gutter}${head}`,
    `${style.dim(` ${gutter} |`)}`,
    `${style.dim(` ${number} |`)} ${oneColumnEach(shown)}`,
    `${style.dim(` ${gutter} |`)} ${' '.repeat(indent)}${style.red(carets)}`,
  ];
}

interface Below {
  readonly text: string;
  readonly within: NonNullable<Excerpt['within']>;
  /** Where the line of the source begins. */
  readonly start: number;
}

function drawBelow(source: Source, { text, within, start }: Below, style: Style): readonly string[] {
  let { offset } = within;
  let { line } = source;
  let begin = start;
  for (let end = text.indexOf('\n', begin); end >= 0 && offset > end - begin; end = text.indexOf('\n', begin)) {
    offset -= end - begin + 1;
    line += 1;
    begin = end + 1;
  }
  return drawPlace({ ...source, line, column: 1 }, { text, within: { offset, length: within.length } }, style);
}

/** Control characters as one visible column each, so that the caret stays under its character. */
function oneColumnEach(line: string): string {
  return line.replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, (character) =>
    character === '\t' ? ' ' : '·',
  );
}

/** How many characters the value at `start` takes on this line: a JSON string, or what stands before the next delimiter. */
function valueLength(line: string, start: number): number {
  const rest = line.slice(start);
  const match = /^"(?:[^"\\]|\\.)*"?/u.exec(rest) ?? /^[^\s,\]}]+/u.exec(rest);
  return match?.[0].length ?? 1;
}

/** Where `within`, counted in the decoded string, stands in the line that holds the JSON string's literal. */
function spanInside(
  line: string,
  start: number,
  within: { readonly offset: number; readonly length: number },
): { from: number; to: number } {
  if (line[start] !== '"') return { from: start + within.offset, to: start + within.offset + within.length };
  const columns: number[] = [];
  let at = start + 1;
  while (at < line.length && line[at] !== '"') {
    columns.push(at);
    at += line[at] === '\\' ? (line[at + 1] === 'u' ? 6 : 2) : 1;
  }
  columns.push(at);
  const last = columns.length - 1;
  const column = (offset: number): number => columns[Math.min(offset, last)] ?? at;
  return { from: column(within.offset), to: column(within.offset + within.length) };
}
