import { describe, expect, test } from 'vitest';
import { emitCurl } from '../../../src/emit/curl/emit-curl.ts';
import { printConfig } from '../../../src/emit/curl/print-config.ts';
import { HarnessError } from '../../../src/harness-error.ts';
import type { RequestSpec } from '../../../src/model/request-spec.ts';
import { credential, exampleRequest } from './example-request.ts';

const config = (request: RequestSpec, values: Readonly<Record<string, string>> = {}): string =>
  printConfig(emitCurl(request), new Map(Object.entries(values)), { body: '/dev/fd/3' });

describe('the config form', () => {
  test('has the options of the shell form, and pins what must be equal in both lanes', () => {
    expect(config(exampleRequest()).split('\n')).toEqual([
      'url = "https://api.example.com/v1/items"',
      'header = "User-Agent: Tines"',
      'max-time = "30"',
      'http1.1',
      'globoff',
      'path-as-is',
      'compressed',
      'header = "Accept-Encoding:"',
      'proto = "=http,https"',
      '',
    ]);
  });

  test('quotes by the rules of the config file', () => {
    expect(config(exampleRequest({ headers: [['X', ['a\\b"c\td$e\\n']]] }))).toContain('header = "X: a\\\\b\\"c\\td$e\\\\n"');
  });

  test('takes the body from a path, an empty one too', () => {
    expect(config(exampleRequest({ method: 'POST', body: { kind: 'text', text: ['@x'] } }))).toContain(
      'data-binary = "@/dev/fd/3"',
    );
    expect(config(exampleRequest({ method: 'POST' }))).toContain('data-binary = "@/dev/fd/3"');
  });

  test('sends a field whose value turned out blank', () => {
    expect(config(exampleRequest({ headers: [['X-Key', [credential('acme')]]] }), { acme: '' })).toContain('header = "X-Key;"');
  });

  test('refuses a line break in a credential without showing it', () => {
    const request = exampleRequest({ headers: [['X-Key', ['a', credential('acme')]]] });
    const attempt = () => config(request, { acme: 'secret\nEvil: 1' });
    expect(attempt).toThrow(HarnessError);
    expect(attempt).toThrow(/‹X-Key› has the control character U\+000A at position 9/);
    expect(attempt).not.toThrow(/secret/);
  });

  test('refuses a credential that breaks the request line', () => {
    expect(() => config(exampleRequest({ url: ['https://h/', credential('acme')] }), { acme: 'a b' })).toThrow(
      /credentials put in, the address/,
    );
  });

  test('refuses a line that curl would cut', () => {
    expect(() => config(exampleRequest({ headers: [['X', ['x'.repeat(103_000)]]] }))).toThrow(
      /‹header› is longer than curl reads/,
    );
  });

  test('says which credential has no value', () => {
    expect(() => config(exampleRequest({ headers: [['X', [credential('acme')]]] }))).toThrow(/no value for ‹CREDENTIAL\.acme›/);
  });
});
