import { describe, expect, test } from 'vitest';
import { parseActionFile } from '../../../src/parse/parse-action-file.ts';
import { pickAction } from '../../../src/parse/pick-action.ts';
import { errorOf } from './error-of.ts';

const pick = (options: string) => pickAction(parseActionFile(`{"type": "httpRequest",\n"options": ${options}}`, 'f'), undefined);

describe('the types of options', () => {
  test.each([
    ['{"headers": 5}', 'headers', 'an object', 'a number', 13],
    ['{"headers": "none"}', 'headers', 'an object', 'text', 13],
    ['{"headers": ["a"]}', 'headers', 'an object', 'a list', 13],
    ['{"url": {}}', 'url', 'text', 'an object', 9],
    ['{"method": []}', 'method', 'text', 'a list', 12],
    ['{"content_type": true}', 'content_type', 'text', '‹true›', 18],
    ['{"contentType": 1}', 'content_type', 'text', 'a number', 17],
    ['{"timeout": true}', 'timeout', 'a number', '‹true›', 13],
    ['{"disable_ssl_verification": 1}', 'disable_ssl_verification', '‹true› or ‹false›', 'a number', 30],
    ['{"retry_on_status": {}}', 'retry_on_status', 'a list', 'an object', 21],
    ['{"basic_auth": {}}', 'basic_auth', 'text ‹user:password› or a list of the two', 'an object', 16],
  ])('of %s: ‹%s› has to be %s', (options, name, expected, found, column) => {
    const error = errorOf(() => pick(options));
    expect(error).toMatchObject({ code: 'wrong-type', details: { source: { line: 2, column: column + 11 } } });
    expect(error.message).toBe(`The option ‹${name}› has to be ${expected}, and is ${found}.`);
  });

  test('of a header must not be an object', () => {
    expect(errorOf(() => pick('{"headers": {"A": {}}}'))).toMatchObject({
      code: 'wrong-type',
      details: { source: { pointer: '/options/headers/A' } },
    });
  });

  test.each([
    '{"headers": "=LOCAL.headers", "url": "<<a>>"}',
    '{"headers": "{{ .a | as_object }}"}',
    '{"payload": 3}',
    '{"payload": [1]}',
    '{"payload": "=LOCAL.x"}',
    '{"timeout": "60", "retries": 3}',
    '{"disable_ssl_verification": "true", "use_tunnel": false, "disable_url_encoding": "<<x>>"}',
    '{"retry_on_status": ["429", 500], "log_error_on_status": []}',
    '{"basic_auth": ["a", "b"]}',
    '{"placeholders": []}',
    '{"url": null, "headers": null}',
    '{"headers": {"A": 1, "B": null, "C": true, "D": "x"}}',
    '{"content-type": 5, "tomorrow": {}}',
  ])('%s is taken', (options) => {
    expect(pick(options).name).toBe('');
  });

  test('are checked only on the action that is picked', () => {
    const file = parseActionFile('[{"name":"a","options":{"url":5}},{"name":"b","options":{"url":"u"}}]', 'f');
    expect(pickAction(file, 'b').name).toBe('b');
    expect(errorOf(() => pickAction(file, 'a')).code).toBe('wrong-type');
  });
});
