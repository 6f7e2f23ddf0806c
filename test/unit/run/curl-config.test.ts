import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printCurlConfig, readCurlConfig } from '../../../src/run/curl/config.ts';

describe('a config file for curl', () => {
  it('is read in every form in which options are written', () => {
    const config =
      '# a comment\n\nurl = "http://a/?q=\\"x\\"\\\\"\n--silent\nheader: "A: b\\tc"\nmax-time 5\n  compressed  \nuser = a:b\n';
    expect(readCurlConfig(config)).toEqual([
      { name: 'url', value: 'http://a/?q="x"\\' },
      { name: 'silent' },
      { name: 'header', value: 'A: b\tc' },
      { name: 'max-time', value: '5' },
      { name: 'compressed' },
      { name: 'user', value: 'a:b' },
    ]);
  });

  it('reads as what was printed, whatever the values hold', () => {
    const value = fc.string({ unit: 'binary' }).map((text) => text.replaceAll('\0', ''));
    const option = fc.record({ name: fc.constantFrom('url', 'header', 'data-raw'), value }, { requiredKeys: ['name'] });
    fc.assert(
      fc.property(fc.array(option), (options) => {
        expect(readCurlConfig(printCurlConfig(options))).toEqual(options);
      }),
    );
  });

  it('keeps an empty value apart from none', () => {
    const options = [{ name: 'data-raw', value: '' }, { name: 'silent' }];
    expect(readCurlConfig(printCurlConfig(options))).toEqual(options);
  });
});
