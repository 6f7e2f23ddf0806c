import { deflateRawSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { bytesArgument } from '../../../../src/formula/functions/encoding/bytes.ts';
import type { Value } from '../../../../src/model/value.ts';
import { call, errorOf, jsonOf } from './conversion-world.ts';

const files = [
  { name: 'a.txt', contents: 'one', created_at: '2023-01-11T15:06:18+00:00' },
  { name: 'folder/ä.bin', base64encodedcontents: '/9j/4A==' },
];

describe('GZIP and GUNZIP', () => {
  it('joins the members of one file', () => {
    expect(call('GUNZIP', Uint8Array.from(Buffer.concat([gzipSync('one '), gzipSync('two')])))).toBe('one two');
  });

  it('stop at a bomb and at what is no gzip', () => {
    const bomb = gzipSync(Buffer.alloc(30 * 1024 * 1024)).toString('base64');
    expect(errorOf('GUNZIP(BASE64_DECODE(bomb))', { bomb }).kind).toBe('limit');
    expect(errorOf('GUNZIP("text")').message).toBe('Invalid argument to GUNZIP, expected gzipped binary got Text');
  });
});

describe('ZIP and UNZIP', () => {
  it.each([
    ['ZIP(files)', 'UNZIP(%)'],
    ['ZIP(files, "secret")', 'UNZIP(%, "secret")'],
  ])('%s is undone by %s', (pack, unpack) => {
    expect(jsonOf(`${pack} |> ${unpack}`, { files })).toMatchObject([
      {
        filename: 'a.txt',
        path: 'a.txt',
        sizeinbytes: 3,
        base64encodedcontents: 'b25l',
        md5: 'f97c5d29941bfb1b2fdab0874906ab82',
      },
      { filename: 'ä.bin', path: 'folder/ä.bin', sizeinbytes: 4, base64encodedcontents: '/9j/4A==' },
    ]);
  });

  it.each([
    ['ZIP("x", "n.txt")', ['n.txt']],
    ['ZIP("x", "n.txt", "password")', ['n.txt']],
    ['ZIP("x", "n.txt", "y", "m.txt")', ['n.txt', 'm.txt']],
  ])('%s holds %j', (formula, names) => {
    const unzipped = jsonOf(`UNZIP(${formula}, "password")`);
    expect(Array.isArray(unzipped) && unzipped.map((file) => file.filename)).toEqual(names);
  });

  it('say that a password is wrong or missing, without naming it', () => {
    const wrong = errorOf('UNZIP(ZIP("x", "n", "secret"), "other")');
    expect(wrong.message).toBe('UNZIP: the password does not open the archive');
    expect(errorOf('UNZIP(ZIP("x", "n", "secret"))').message).toContain('no password');
  });

  it('refuse what is damaged', () => {
    const archive = bytesArgument('ZIP', call('ZIP', 'x'.repeat(100), ['n']));
    expect(() => call('UNZIP', archive.subarray(0, archive.length - 30))).toThrow('expected a ZIP archive');
    expect(() =>
      call(
        'UNZIP',
        archive.map((byte, index) => (index === 35 ? byte ^ 1 : byte)),
      ),
    ).toThrow('Invalid argument to UNZIP');
  });

  it('stop at a bomb', () => {
    const bomb = call('ZIP', 'x', ['n']);
    const data = deflateRawSync(Buffer.alloc(30 * 1024 * 1024));
    expect(() => call('UNZIP', withData(bomb, data))).toThrow('too large');
  });

  it('need contents in a file object', () => {
    expect(errorOf('ZIP([{"name": "n"}])').message).toContain('contents');
  });
});

// The archive of one file `n` with other compressed data in it, sizes put right.
function withData(archive: Value, data: Uint8Array): Uint8Array {
  const bytes = Buffer.from(bytesArgument('UNZIP', archive));
  const directory = bytes.lastIndexOf('PK\x01\x02', undefined, 'latin1');
  const head = Buffer.from(bytes.subarray(0, 31));
  const tail = Buffer.from(bytes.subarray(directory));
  tail.writeUInt32LE(data.length, 20);
  tail.writeUInt32LE(head.length + data.length, tail.lastIndexOf('PK\x05\x06', undefined, 'latin1') + 16);
  return Uint8Array.from(Buffer.concat([head, data, tail]));
}
