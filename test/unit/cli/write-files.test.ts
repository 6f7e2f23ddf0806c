import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { safeFileName, writeFiles, writeWhole } from '../../../src/cli/files/write-files.ts';
import { troubleOf } from './trouble-of.ts';

let directory = '';
beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'write-files-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

describe('writing files', () => {
  it('makes the directory for its owner alone, and the files too', async () => {
    const target = path.join(directory, 'new', 'deep');
    const written = await writeFiles(target, [
      { name: 'a.sh', content: 'one' },
      { name: 'b.bin', content: Uint8Array.of(0, 255) },
    ]);
    expect(written).toEqual([path.join(target, 'a.sh'), path.join(target, 'b.bin')]);
    expect(readFileSync(path.join(target, 'a.sh'), 'utf8')).toBe('one');
    expect([...readFileSync(path.join(target, 'b.bin'))]).toEqual([0, 255]);
    expect(statSync(target).mode & 0o777).toBe(0o700);
    expect(written.map((file) => statSync(file).mode & 0o777)).toEqual([0o600, 0o600]);
  });

  it.runIf(existsSync('/proc/self'))('says that nothing can be written where no directory can be made, and ends', async () => {
    const error = await troubleOf(() => writeFiles('/proc/out/deep', [{ name: 'a', content: '1' }]));
    expect(error.code).toBe('unwritable-file');
  });

  it.runIf(existsSync('/dev/full'))('writes into a device, and does not put a file in its place', async () => {
    await expect(writeWhole('/dev/full', 'x')).rejects.toThrow('ENOSPC');
    expect(await writeWhole('/dev/null', 'x')).toBe('/dev/null');
    expect(['/dev/full', '/dev/null'].map((file) => statSync(file).isCharacterDevice())).toEqual([true, true]);
  });

  it('numbers files of one name, also where the number is taken', async () => {
    const names = ['a.json', 'a.json', 'a-2.json', 'a.json', 'b', 'b'];
    const written = await writeFiles(
      directory,
      names.map((name, index) => ({ name, content: String(index) })),
    );
    expect(new Set(written).size).toBe(names.length);
    expect(written.map((file) => readFileSync(file, 'utf8'))).toEqual(['0', '1', '2', '3', '4', '5']);
    expect(readdirSync(directory).length).toBe(names.length);
  });

  it('numbers names that differ in case only: on many systems they are one file', async () => {
    const written = await writeFiles(directory, [
      { name: 'A.json', content: '1' },
      { name: 'a.json', content: '2' },
    ]);
    expect(new Set(written.map((file) => file.toLowerCase())).size).toBe(2);
  });

  it('replaces an older file whole, its mode too', async () => {
    const file = path.join(directory, 'a.json');
    writeFileSync(file, 'an older, longer text', { mode: 0o644 });
    await writeFiles(directory, [{ name: 'a.json', content: 'new' }]);
    expect(readFileSync(file, 'utf8')).toBe('new');
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('replaces a link and leaves what it leads to alone', async () => {
    const elsewhere = path.join(directory, 'elsewhere');
    writeFileSync(elsewhere, 'keep');
    symlinkSync(elsewhere, path.join(directory, 'a.json'));
    await writeFiles(directory, [{ name: 'a.json', content: 'new' }]);
    expect(readFileSync(elsewhere, 'utf8')).toBe('keep');
    expect(readFileSync(path.join(directory, 'a.json'), 'utf8')).toBe('new');
  });

  it.each(['../out.json', '/etc/out.json', 'deep/out.json'])('stays inside of the directory for the name %s', async (name) => {
    const inside = path.join(directory, 'inside');
    await writeFiles(inside, [{ name, content: 'x' }]);
    expect(readdirSync(inside)).toEqual(['out.json']);
    expect(readdirSync(directory)).toEqual(['inside']);
  });

  it('leaves nothing unfinished where a place is taken by a directory, and says so', async () => {
    mkdirSync(path.join(directory, 'a.json'));
    const trouble = await troubleOf(() => writeFiles(directory, [{ name: 'a.json', content: 'x' }]));
    expect(trouble.code).toBe('unwritable-file');
    expect(readdirSync(directory)).toEqual(['a.json']);
  });

  it('says so where the directory is a file', async () => {
    const file = path.join(directory, 'file');
    writeFileSync(file, 'keep');
    const trouble = await troubleOf(() => writeFiles(path.join(file, 'below'), [{ name: 'a', content: 'x' }]));
    expect(trouble.code).toBe('unwritable-file');
    expect(trouble.message).toContain('it is no directory');
    expect(readFileSync(file, 'utf8')).toBe('keep');
  });

  it('leaves the older file where the new one cannot be put in its place', async () => {
    const file = path.join(directory, 'missing', 'a');
    await expect(writeWhole(file, 'x')).rejects.toThrow('ENOENT');
    expect(readdirSync(directory)).toEqual([]);
  });
});

describe('a safe file name', () => {
  it.each([
    ['List Users', 'list-users'],
    ['../../etc/passwd', 'etc-passwd'],
    ['a\u0000b', 'a-b'],
    ['Élan naïve', 'elan-naive'],
    ['CON', 'action-con'],
    ['com1', 'action-com1'],
    ['nul.json', 'nul-json'],
    ['', 'action'],
    ['日本語', 'action'],
    ['...', 'action'],
    ['-rf', 'rf'],
    ['a'.repeat(300), 'a'.repeat(80)],
  ])('of %j is %s', (name, expected) => {
    expect(safeFileName(name)).toBe(expected);
  });

  it('is one short plain name for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        expect(safeFileName(name)).toMatch(/^[a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])?$/u);
      }),
      { numRuns: 500 },
    );
  });
});
