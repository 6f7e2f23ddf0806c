import { describe, expect, test } from 'vitest';
import { parseActionFile } from '../../../src/parse/parse-action-file.ts';
import { errorOf } from './error-of.ts';
import { textAt } from './places.ts';

const action = '{"type":"Agents::HTTPRequestAgent","name":"n","options":{"url":"https://a.example/x","method":"get"}}';

describe('JSON in other text', () => {
  test.each([
    ['a Markdown fence', `Here it is:\n\n\`\`\`json\n${action}\n\`\`\`\nThanks!`],
    ['a chat message', `it's failing :-( see [1] and {this} "quote: ${action} — any idea? {}`],
    ['a log prefix', `[2026-11-24 10:00:00] INFO [main] action=${action}`],
    ['templates around it', `{{ user }} sent {% x %} ${action}`],
    ['another value before', `{"status": 401, "body": "no"}\n${action}`],
    ['a trailing comma after it', `${action},\n`],
  ])('is found in %s, and its places are those of the file', (_, text) => {
    const file = parseActionFile(text, 'f.txt');
    expect(file).toMatchObject({ format: 'copied-action', actions: [{ name: 'n', source: { pointer: '' } }] });
    const [url] = file.actions[0]?.options.members ?? [];
    expect(url?.value.source?.pointer).toBe('/options/url');
    expect(url?.value.source && textAt(text, url.value.source)).toMatch(/^"https:\/\/a\.example\/x"/);
  });

  test('is found in every line, with pointers that begin with the index', () => {
    const text = `${action}\n${action}\n{"status":200,"body":{}}\n${action}\n`;
    expect(parseActionFile(text, 'f').actions.map(({ source }) => [source.pointer, source.line])).toEqual([
      ['/0', 1],
      ['/1', 2],
      ['/2', 4],
    ]);
  });

  test.each([
    ['a cut off story', `{"schema_version":3,"agents":[${action},${action},{"type":`, /ends here/],
    ['a broken story', `{"agents":[${action}, oops ${action}]}`, /expected a value, found ‹o›/],
    ['a broken story in a fence', `\`\`\`\n{"agents":[${action} ${action}]}\n\`\`\``, /‹,› or ‹\]›/],
  ])('is not taken from a part of %s', (_, text, message) => {
    const error = errorOf(() => parseActionFile(text, 'f'));
    expect(error.code).toBe('not-json');
    expect(error.message).toMatch(message);
  });

  test('is looked for in linear time, whatever the text', () => {
    for (const text of [
      '[1 '.repeat(200_000),
      '{"a" '.repeat(200_000),
      '{/*'.repeat(200_000),
      `{"a":"${'\\"{'.repeat(200_000)}`,
      '[['.repeat(200_000),
    ]) {
      expect(['not-json', 'too-deep']).toContain(errorOf(() => parseActionFile(text, 'f')).code);
    }
  });
});

describe('text of another kind', () => {
  test.each([
    ['curl -X POST https://a.example -d \'{"a":1}\'', /cURL command/, /--working/],
    ['<!DOCTYPE html><html></html>', /HTML/, /sign-in/],
    ['<?xml version="1.0"?><a/>', /XML/, /storyboard/],
    ['HTTP/1.1 401 Unauthorized\r\n\r\n{"error":"x"}', /HTTP message/, /storyboard/],
    [
      'Sending request to https://a.example with options:\n {"url":"https://a.example","params":{},"body":null,"headers":{},"method":"get"}',
      /log/,
      /--log/,
    ],
  ])('%j is named', (text, message, hint) => {
    const error = errorOf(() => parseActionFile(text, 'f'));
    expect(error).toMatchObject({ code: 'no-action', details: { source: { file: 'f' } } });
    expect(error.message).toMatch(message);
    expect(error.details.hint).toMatch(hint);
  });

  test.each(['', '   \n', 'hello', '{url: "https://a.example"}', 'url: https://a.example'])('%j is not JSON', (text) => {
    expect(errorOf(() => parseActionFile(text, 'f'))).toMatchObject({ code: 'not-json', details: { source: { pointer: '' } } });
  });
});

test('more values than memory has room for are refused, in however many texts they stand', () => {
  expect(errorOf(() => parseActionFile('{"a":1}\n'.repeat(1_000_010), 'f')).code).toBe('too-large');
});
