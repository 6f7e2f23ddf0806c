import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import zlib from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBodySink, HEAD_BYTES } from '../../../src/run/bodies/body-sink.ts';
import { decodeBody } from '../../../src/run/bodies/decode-body.ts';
import { openUnlinkedFile } from '../../../src/run/bodies/open-unlinked-file.ts';
import { cleanEnvironment } from '../../../src/run/clean-environment.ts';
import { createTemporaryDirectory } from '../../../src/run/temporary-directory.ts';

let directory: string;
beforeAll(() => {
  directory = mkdtempSync(path.join(os.tmpdir(), 'bodies-'));
});
afterAll(() => rmSync(directory, { recursive: true }));

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

describe('a body', () => {
  it('is kept in memory where it is short', () => {
    const sink = createBodySink({ limit: 10, file: path.join(directory, 'short') });
    expect([sink.write(Buffer.from('abc')), sink.write(Buffer.from('def'))]).toEqual([true, true]);
    expect(sink.end()).toEqual({ bytes: Buffer.from('abcdef'), size: 6, sha256: sha256(Buffer.from('abcdef')) });
    expect(existsSync(path.join(directory, 'short'))).toBe(false);
  });

  it('may be as long as the limit, and no longer', () => {
    const sink = createBodySink({ limit: 4, file: path.join(directory, 'limit') });
    expect(sink.write(Buffer.from('abcd'))).toBe(true);
    expect(sink.refusal).toBeUndefined();
    expect(sink.write(Buffer.from('e'))).toBe(false);
    expect(sink.refusal).toBe('too-large');
    expect(sink.write(Buffer.alloc(0))).toBe(false);
    expect(sink.end({ incomplete: true })).toMatchObject({ size: 4, incomplete: true });
  });

  it('goes into a file, head and all, where it is longer than the head', () => {
    const file = path.join(directory, 'long');
    const sink = createBodySink({ limit: 1e9, file });
    const parts = [Buffer.alloc(HEAD_BYTES - 1, 'a'), Buffer.from('bcd'), Buffer.from('ef')];
    for (const part of parts) expect(sink.write(part)).toBe(true);
    const body = sink.end();
    expect(body).toMatchObject({ size: HEAD_BYTES + 4, file, sha256: sha256(Buffer.concat(parts)) });
    expect(body.bytes).toHaveLength(HEAD_BYTES);
    expect(readFileSync(file).equals(Buffer.concat(parts))).toBe(true);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('is refused as a bomb where it is long, and more than 200 times longer than what it was made of', () => {
    const sink = (codedSize: number) =>
      createBodySink({ limit: 1e9, file: path.join(directory, `bomb-${codedSize}`), codedSize: () => codedSize });
    const [bomb, honest] = [sink(1000), sink(HEAD_BYTES / 100)];
    expect([bomb.write(Buffer.alloc(HEAD_BYTES)), bomb.write(Buffer.alloc(1))]).toEqual([true, false]);
    expect(bomb.refusal).toBe('bomb');
    expect([honest.write(Buffer.alloc(HEAD_BYTES)), honest.write(Buffer.alloc(1))]).toEqual([true, true]);
    honest.discard();
  });

  it('that is discarded leaves no file, and takes nothing any more', () => {
    const file = path.join(directory, 'discarded');
    for (const ends of [true, false]) {
      const sink = createBodySink({ limit: 1e9, file });
      sink.write(Buffer.alloc(HEAD_BYTES + 1));
      if (ends) sink.end();
      expect(existsSync(file)).toBe(true);
      sink.discard();
      expect([existsSync(file), sink.write(Buffer.from('a')), existsSync(file)]).toEqual([false, false, false]);
    }
  });

  it('says why where the disk does not take it', () => {
    const sink = createBodySink({ limit: 1e9, file: path.join(directory, 'missing', 'file') });
    expect(sink.write(Buffer.alloc(HEAD_BYTES + 1))).toBe(false);
    expect(sink.refusal).toMatchObject({ code: 'ENOENT' });
  });
});

describe('decoding', () => {
  const bodyOf = (bytes: Uint8Array) => ({ bytes, size: bytes.length, sha256: sha256(bytes) });
  const decode = (bytes: Uint8Array, encoding: string, limit = 1e9) =>
    decodeBody(bodyOf(bytes), { encoding, limit, file: path.join(directory, `d-${sha256(bytes)}`) });
  const text = Buffer.from('some text, some text, some text');

  it.each([
    ['gzip', zlib.gzipSync(text)],
    [' GZIP ', zlib.gzipSync(text)],
    ['deflate', zlib.deflateSync(text)],
    ['deflate', zlib.deflateRawSync(text)],
    ['br', zlib.brotliCompressSync(text)],
    ['gzip', zlib.gzipSync(text).subarray(0, -8)],
    ['identity', text],
    ['zstd', text],
  ])('undoes %s', async (encoding, bytes) => {
    expect(await decode(bytes, encoding)).toMatchObject({
      status: 'decoded',
      body: { bytes: text, size: text.length, sha256: sha256(text) },
    });
  });

  it('leaves an empty body empty', async () => {
    expect(await decode(Buffer.alloc(0), 'gzip')).toMatchObject({ status: 'decoded', body: { size: 0 } });
  });

  it('says that a body is broken, or a bomb', async () => {
    expect(await decode(text, 'gzip')).toMatchObject({ status: 'broken', code: 'Z_DATA_ERROR' });
    expect(await decode(zlib.gzipSync(Buffer.alloc(2e6)), 'gzip', 1e6)).toEqual({ status: 'too-large' });
  });

  it('leaves no file where it fails', async () => {
    const put = (name: string, bytes: Uint8Array): string => {
      const file = path.join(directory, name);
      writeFileSync(file, bytes);
      return file;
    };
    for (const [name, bytes, status] of [
      ['f-text', text, 'broken'],
      ['f-bomb', zlib.gzipSync(Buffer.alloc(2e7)), 'bomb'],
    ] as const) {
      const file = put(name, bytes);
      const target = path.join(directory, `${name}-decoded`);
      expect(await decodeBody({ ...bodyOf(bytes), file }, { encoding: 'gzip', limit: 1e9, file: target })).toMatchObject({
        status,
      });
      expect([existsSync(file), existsSync(target)]).toEqual([false, false]);
    }
  });

  it('reads a long body from its file, and puts it back into one', async () => {
    const plain = Buffer.alloc(HEAD_BYTES + 100, 'xyz');
    const packed = zlib.gzipSync(plain, { level: 0 });
    const sink = createBodySink({ limit: 1e9, file: path.join(directory, 'packed') });
    sink.write(packed);
    const decoded = await decodeBody(sink.end(), { encoding: 'gzip', limit: 1e9, file: path.join(directory, 'unpacked') });
    expect(decoded).toMatchObject({
      status: 'decoded',
      body: { size: plain.length, file: path.join(directory, 'unpacked'), sha256: sha256(plain) },
    });
    expect(existsSync(path.join(directory, 'packed'))).toBe(false);
  });
});

it('a file for a child has no name, and all the bytes', () => {
  const empty = mkdtempSync(path.join(directory, 'unlinked-'));
  const descriptor = openUnlinkedFile(Buffer.from('abc'), empty);
  expect(readdirSync(empty)).toEqual([]);
  expect(fstatSync(descriptor)).toMatchObject({ size: 3, nlink: 0 });
  expect(readFileSync(`/dev/fd/${descriptor}`, 'utf8')).toBe('abc');
  closeSync(descriptor);
});

it('a temporary directory is private, and is removed with all in it, more than once', () => {
  const temporary = createTemporaryDirectory(directory);
  createBodySink({ limit: 1e9, file: path.join(temporary.path, 'x') }).write(Buffer.alloc(HEAD_BYTES + 1));
  expect(statSync(temporary.path).mode & 0o777).toBe(0o700);
  temporary.remove();
  temporary.remove();
  expect(existsSync(temporary.path)).toBe(false);
});

it('the environment of a child says where programs are, and nothing else', () => {
  const environment = {
    PATH: '/bin',
    HOME: '/root',
    HTTPS_PROXY: 'http://p',
    TINES_CREDENTIAL_ACME: 'x',
    NODE_OPTIONS: '--inspect',
    TMPDIR: undefined,
  };
  expect(cleanEnvironment(environment)).toEqual({ PATH: '/bin' });
});
