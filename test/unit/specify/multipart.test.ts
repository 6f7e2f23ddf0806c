import { describe, expect, test } from 'vitest';
import { requestContent } from '../../../src/emit/request-content.ts';
import { specify } from '../../../src/specify/specify.ts';
import { credential, resolvedAction, text, troubleOf, type Written } from './resolved-action.ts';

function specified(payload: Written, content_type = 'data') {
  return specify(resolvedAction({ url: 'http://h.example/p', content_type, payload })).request;
}

function wire(payload: Written): string {
  const { body } = specified(payload);
  return Buffer.concat(
    (requestContent(body) ?? []).map((chunk) =>
      chunk instanceof Uint8Array ? chunk : Buffer.from(typeof chunk === 'string' ? chunk : `‹${chunk.name}›`),
    ),
  ).toString('latin1');
}

describe('multipart bodies, as emit writes them', () => {
  test('fields and files have the parts that Ruby’s multipart-post writes', () => {
    const file = { contents: Uint8Array.of(0, 0xff, 0x41), filename: 'a.bin' };
    const { body, headers } = specified({ id: 100, file, list: ['x', 'y'], deep: { a: null } });
    const boundary = body.kind === 'multipart' ? body.boundary : '';
    expect(boundary).toMatch(/^-----------RubyMultipartPost-[0-9a-f]{32}$/);
    expect(headers[0]).toEqual(['Content-Type', [`multipart/form-data; boundary=${boundary}`]]);
    const field = (name: string, value: string) =>
      `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
    expect(wire({ id: 100, file, list: ['x', 'y'], deep: { a: null } })).toBe(
      `${field('id', '100')}--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="a.bin"\r\nContent-Length: 3\r\n` +
        'Content-Type: application/octet-stream\r\nContent-Transfer-Encoding: binary\r\n\r\n\0\xffA\r\n' +
        `${field('list[]', 'x')}${field('list[]', 'y')}${field('deep[a]', '')}--${boundary}--\r\n`,
    );
  });

  test('the boundary depends on the parts only', () => {
    const boundary = (payload: Written) => {
      const { body } = specified(payload);
      return body.kind === 'multipart' ? body.boundary : undefined;
    };
    expect(boundary({ a: '1' })).toBe(boundary({ a: '1' }));
    expect(boundary({ a: '1' })).not.toBe(boundary({ a: '2' }));
  });

  test('a boundary that the author chose is kept', () => {
    const { body, headers } = specified({ a: '1' }, 'multipart/form-data; boundary=mine');
    expect(body).toMatchObject({ kind: 'multipart', boundary: 'mine' });
    expect(headers[0]).toEqual(['Content-Type', ['multipart/form-data; boundary=mine']]);
  });

  test('names cannot break out of their header', () => {
    expect(wire({ 'a"\r\nX: y': '1' })).toContain('name="a%22%0D%0AX: y"');
    expect(wire({ f: { contents: '', filename: 'a"\n.txt' } })).toContain('filename="a%22%0A.txt"');
  });

  test('a file made from a credential has no length in its part', () => {
    const { body } = specified({ f: { contents: text(credential('key')), filename: 'key' } });
    expect(body).toMatchObject({
      parts: [
        {
          name: ['f'],
          filename: ['key'],
          content: [credential('key')],
          headers: [
            ['Content-Type', 'application/octet-stream'],
            ['Content-Transfer-Encoding', 'binary'],
          ],
        },
      ],
    });
  });

  test('a payload that is not an object is refused', () => {
    expect(troubleOf(() => specified(['a']))).toMatchObject({ code: 'invalid-option', pointer: '/payload' });
  });
});
