import { describe, expect, it } from 'vitest';
import { HarnessError } from '../../src/harness-error.ts';
import type { Json } from '../../src/model/json.ts';
import { parseJson } from '../../src/parse/json/parse-json.ts';
import { drawError } from '../../src/report/terminal/draw-error.ts';
import { createStyle } from '../../src/report/terminal/style.ts';

const plain = createStyle(false);
const file = 'action.json';

interface Drawn {
  readonly text: string;
  /** The line shown, and what stands above the carets. */
  readonly shown: string;
  readonly marked: string;
}

function draw(
  text: string,
  source: { readonly line: number; readonly column: number; readonly pointer?: string },
  within?: { readonly offset: number; readonly length: number },
): Drawn {
  const error = new HarnessError('formula-error', 'it is wrong', {
    source: { file, pointer: source.pointer ?? '', line: source.line, column: source.column },
    ...(within === undefined ? {} : { within }),
  });
  const drawn = drawError(error, new Map([[file, text]]), plain);
  const lines = drawn.split('\n');
  const [line = '', carets = ''] = lines.slice(-2);
  const start = carets.indexOf('^');
  return { text: drawn, shown: line.slice(line.indexOf('|') + 2), marked: line.slice(start, carets.lastIndexOf('^') + 1) };
}

/** The string at a path of keys, with its place. */
function stringAt(
  text: string,
  ...keys: readonly string[]
): { readonly value: string; readonly line: number; readonly column: number } {
  let json: Json = parseJson(text, file);
  for (const key of keys) {
    const found: Json | undefined = json.kind === 'object' ? json.members.find((member) => member.key === key)?.value : undefined;
    if (found === undefined) throw new Error(`no ${key}`);
    json = found;
  }
  if (json.kind !== 'string' || json.source === undefined) throw new Error('no string');
  return { value: json.value, line: json.source.line, column: json.source.column };
}

function drawPart(text: string, key: string, part: string): Drawn {
  const place = stringAt(text, key);
  return draw(text, place, { offset: place.value.indexOf(part), length: part.length });
}

describe('a drawn error', () => {
  it('shows the file, the place, the line, carets under the whole value, notes and the hint', () => {
    const error = new HarnessError('wrong-type', 'the option is ‹1›', {
      source: { file, pointer: '/url', line: 2, column: 10 },
      notes: ['one', 'two'],
      hint: 'write a text',
    });
    expect(drawError(error, new Map([[file, '{\n  "url": "abc",\n}']]), plain)).toBe(
      [
        'error[wrong-type]: the option is ‹1›',
        '  --> action.json:2:10  /url',
        '   |',
        ' 2 |   "url": "abc",',
        '   |          ^^^^^',
        '  one',
        '  two',
        'hint: write a text',
      ].join('\n'),
    );
  });

  it.each([
    ['{"a": "x <<B>> y"}', 'B'],
    ['{"a": "\\"q\\" \\\\ \\/ <<B>>"}', 'B'],
    ['{"a": "\\u00e9\\u0041<<B>>"}', 'B'],
    ['{"a": "\\ud83d\\ude00 <<B>>"}', 'B'],
    ['{"a": "é 日本 <<B>>"}', 'B'],
    ['{\t"a":\t"<<B>>"}', 'B'],
    ['\r\n{"a": "<<B>>"}\r\n', 'B'],
  ])('has its caret under the very part of a JSON string: %j', (text, part) => {
    expect(drawPart(text, 'a', part).marked).toBe(part);
  });

  it('marks an escape as it is written where the part is a decoded character', () => {
    expect(drawPart('{"a": "x\\ny"}', 'a', '\n').marked).toBe('\\n');
    expect(drawPart('{"a": "x\\u0041y"}', 'a', 'A').marked).toBe('\\u0041');
  });

  it.each([
    ['{"a": 12, "b": 1}', { line: 1, column: 7 }, '12'],
    ['{"a": true}', { line: 1, column: 7 }, 'true'],
    ['{"a": [1]}', { line: 1, column: 7 }, '[1'],
    ['{"a": "with \\" quote", "b": 1}', { line: 1, column: 7 }, '"with \\" quote"'],
    ['{"a": ', { line: 1, column: 7 }, ''],
  ])('marks a value that is no string, and where a value should be: %j', (text, place, marked) => {
    expect(draw(text, place).marked.trim()).toBe(marked);
  });

  it('keeps the caret under its character behind tabs and control characters', () => {
    expect(draw('\t\t"a": "b"', { line: 1, column: 3 }).marked).toBe('"a"');
    expect(draw('{"\u0007\u202ea": 1}', { line: 1, column: 9 }).marked).toBe('1');
    expect(draw('{"\u0007\u202ea": 1}', { line: 1, column: 8 }).text).not.toMatch(/[\u0007\u202e]/u);
  });

  it.each([0, 20, 99, 100, 101, 150, 5000])('shows a piece of a wide line with the value in it, %i characters in', (before) => {
    const text = `{"a": "${'x'.repeat(before)}<<B>>${'y'.repeat(300)}"}`;
    const drawn = drawPart(text, 'a', '<<B>>');
    expect(drawn.marked).toBe('<<B>>');
    expect([...drawn.shown].length).toBeLessThan(110);
  });

  it('ends its carets with the line where the value is longer than the piece', () => {
    const drawn = draw(`{"a": "${'x'.repeat(400)}"}`, { line: 1, column: 7 });
    expect(drawn.text.split('\n').every((line) => [...line].length < 115)).toBe(true);
    expect(drawn.marked).toMatch(/^"x+…?$/u);
  });

  it.each([
    ['1 +\n  FOO(2)', 'FOO'],
    ['FOO(\n1)', 'FOO'],
    ['1 +\n2 +\n  BAR', 'BAR'],
    ['1 +\n', ''],
    ['x\ny z', 'y'],
  ])('finds the line of a formula that has several: %j', (text, part) => {
    const offset = part === '' ? text.length : text.indexOf(part);
    expect(draw(text, { line: 1, column: 1 }, { offset, length: Math.max(1, part.length) }).marked.trim()).toBe(part);
  });

  it('shows the place alone where the text is not at hand, and nothing where there is no place', () => {
    const source = { file: 'gone.json', pointer: '/a', line: 3, column: 4 };
    expect(drawError(new HarnessError('usage', 'm', { source }), new Map(), plain)).toBe(
      'error[usage]: m\n  --> gone.json:3:4  /a',
    );
    expect(drawError(new HarnessError('usage', 'm'), new Map(), plain)).toBe('error[usage]: m');
  });

  it('makes control characters of messages, names and hints visible', () => {
    const error = new HarnessError('usage', 'a\u001b[2Jb', {
      source: { file: 'f\u001b', pointer: '/\u202e', line: 1, column: 1 },
      notes: ['\u0007'],
      hint: '\u001b',
    });
    expect(drawError(error, new Map(), plain)).not.toMatch(/[\u001b\u0007\u202e]/u);
  });
});
