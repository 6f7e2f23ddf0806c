import type { Moment, Zone } from '../moment.ts';
import { composites, directives, type Parts } from './directives.ts';
import { momentOfParts } from './moment.ts';

/** A text, a format and the circumstances that fill in what the text does not say. */
interface Reading {
  readonly format: string;
  readonly zone: Zone;
  readonly now: Moment;
}

/**
 * Reads a text by a format of Ruby's `strptime`; undefined where it does not fit. What follows the format is ignored, as in Ruby.
 * Without an offset in the text it is local time in the zone; a missing year, month or day is today's, after a year or month the first.
 */
export function strptime(text: string, { format, zone, now }: Reading): Moment | undefined {
  const parts: Parts = {};
  const end = readFormat(expand(format), text, parts);
  return end === undefined ? undefined : momentOfParts(parts, zone, now);
}

const item = /%([-0^#_]*)(:{0,3})[EO]?([A-Za-z%])|(\s+)|([\s\S])/g;

function readFormat(format: string, text: string, parts: Parts): number | undefined {
  let place = 0;
  for (const match of format.matchAll(item)) {
    const [, , , letter, space, character] = match;
    if (letter === undefined) {
      if (space === undefined && text[place] !== character) return undefined;
      place += space === undefined ? 1 : spaceAt(text, place);
      continue;
    }
    const directive = directives[letter];
    const next = format.slice(match.index + match[0].length);
    const pattern = directive?.pattern(/^(?:\d|%[-0^#_]*[EO]?[CDdeFGgHIjkLlMmNQRrSsTUuVvWwXxYy])/.test(next));
    const found = pattern === undefined ? undefined : matchAt(pattern, text, place);
    if (directive === undefined || found === undefined || directive.put(found, parts) === false) return undefined;
    place += found.length;
  }
  return place;
}

function expand(format: string): string {
  return format.replaceAll(/%[EO]?([A-Za-z+])/g, (whole, letter: string) => composites[letter] ?? whole);
}

function spaceAt(text: string, place: number): number {
  return matchAt(/\s*/y, text, place)?.length ?? 0;
}

function matchAt(pattern: RegExp, text: string, place: number): string | undefined {
  pattern.lastIndex = place;
  return pattern.exec(text)?.[0];
}
