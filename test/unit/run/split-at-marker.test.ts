import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createMarkerSplitter } from '../../../src/run/curl/split-at-marker.ts';

const marker = Buffer.from('abac-abad');

function split(chunks: readonly Buffer[]): { readonly sections: readonly string[]; readonly ends: readonly number[] } {
  const sections: string[] = [''];
  const ends: number[] = [];
  const splitter = createMarkerSplitter({
    marker,
    onBytes: (bytes, section) => {
      sections[section] = (sections[section] ?? '') + bytes.toString('latin1');
    },
    onEnd: (section) => {
      ends.push(section);
      sections[section + 1] ??= '';
    },
  });
  for (const chunk of chunks) splitter.push(chunk);
  splitter.release();
  return { sections, ends };
}

it('a stream is taken apart at its markers, however it is cut into pieces', () => {
  // Texts of the marker's own characters begin like it again and again.
  const text = fc
    .string({ unit: fc.constantFrom('a', 'b', 'c', 'd', '-'), maxLength: 12 })
    .filter((part) => !`${part}${part}`.includes('abad'));
  const cuts = fc.array(fc.nat(60), { maxLength: 8 });
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 5 }), cuts, (texts, places) => {
      const stream = Buffer.from(texts.join(marker.toString()));
      const at = [0, ...places.map((place) => Math.min(place, stream.length)).sort((left, right) => left - right), stream.length];
      const chunks = at.slice(1).map((end, index) => stream.subarray(at[index], end));
      expect(split(chunks)).toEqual({
        sections: stream.toString().split(marker.toString()),
        ends: texts.slice(1).map((_, index) => index),
      });
    }),
  );
});

it('bytes are handed out at once unless they could be the beginning of the marker', () => {
  const seen: string[] = [];
  const splitter = createMarkerSplitter({ marker, onBytes: (bytes) => void seen.push(bytes.toString()), onEnd: () => undefined });
  splitter.push(Buffer.from('hello'));
  expect([seen.join(''), splitter.isHolding]).toEqual(['hello', false]);
  splitter.push(Buffer.from(' aba'));
  expect([seen.join(''), splitter.isHolding]).toEqual(['hello ', true]);
  splitter.release();
  expect([seen.join(''), splitter.isHolding]).toEqual(['hello aba', false]);
});
