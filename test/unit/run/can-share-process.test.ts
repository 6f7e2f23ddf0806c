import { expect, it } from 'vitest';
import { canShareProcess } from '../../../src/run/curl/can-share-process.ts';
import { readCurlConfig } from '../../../src/run/curl/config.ts';

const url = 'url = "http://h/"';
const share = (...lines: readonly string[]): boolean => canShareProcess(readCurlConfig([url, ...lines].join('\n')));

it.each([
  [],
  ['header = "Authorization: x"', 'user = "a:b"'],
  ['head'],
  ['request = "OPTIONS"'],
  ['location', 'max-redirs = "3"', 'compressed'],
])('a request that may be sent again shares a process: %s', (...lines) => {
  expect(share(...lines)).toBe(true);
});

it.each([
  ['request = "POST"'],
  ['request = "DELETE"'],
  ['request = "get"'],
  ['data-binary = "@/dev/fd/3"'],
  ['cert = "c.pem"'],
  ['proxy = "http://p"'],
  ['cookie-jar = "j"'],
  ['digest'],
  ['aws-sigv4 = "x"'],
  ['next', url],
  [url],
  ['output = "x"'],
])('what changes things, or reaches beyond its own transfer, does not: %s', (...lines) => {
  expect(share(...lines)).toBe(false);
});
