import { createRequire } from 'node:module';
import type { Moment } from './moment.ts';

const load = createRequire(import.meta.url);
const connecting = /\b(?:at|on|the|of|in|and)\b|[\s,.]/g;

/**
 * Reads a date in words with the date library (chrono-node), which takes a fifth of a second to load and is loaded only when a text
 * comes here. Undefined where the text is no date, or has more in it than the library understood.
 */
export function naturalDate(text: string, now: Moment): Moment | undefined {
  const { en }: typeof import('chrono-node') = load('chrono-node');
  const reference = { instant: new Date(now.seconds * 1000), timezone: now.zone.offsetAt(now.seconds) / 60 };
  const [found, another] = en.GB.parse(text, reference);
  if (found === undefined || another !== undefined) return undefined;
  const left = text.slice(0, found.index) + text.slice(found.index + found.text.length);
  if (left.replaceAll(connecting, '') !== '') return undefined;
  const milliseconds = found.start.date().getTime();
  const seconds = Math.floor(milliseconds / 1000);
  return { seconds, nanoseconds: (milliseconds - seconds * 1000) * 1e6, zone: now.zone };
}
