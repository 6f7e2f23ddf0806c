import type { Moment } from '../moment.ts';
import type { Style } from './style.ts';

/** `%z`, `%:z`, `%::z` and `%:::z` (as short as it can be) at a style's width: zeros go behind the sign, spaces before it. */
export function offsetDirective({ seconds, zone }: Moment, colons: number, style: Style): string {
  const offset = zone.offsetAt(seconds);
  const sign = offset < 0 ? '-' : '+';
  const [hours, minutes, rest] = clock(Math.abs(offset));
  const tail = { 0: minutes, 1: `:${minutes}`, 2: `:${minutes}:${rest}`, 3: shortest(minutes, rest) }[colons] ?? '';
  const bare = `${hours.replace(/^0/, '')}${tail}`;
  // Ruby says `-0000` for UTC when asked not to fill up.
  if (style.padding === '-' && zone.name === 'UTC') return `-${(hours + tail).padStart(style.width - 1, '0')}`;
  if (style.padding === '_') return `${sign}${bare}`.padStart(Math.max(style.width, hours.length + tail.length + 1));
  return `${sign}${(hours + tail).padStart(style.width - 1, '0')}`;
}

function clock(offset: number): readonly [string, string, string] {
  const two = (number: number) => String(Math.trunc(number)).padStart(2, '0');
  return [two(offset / 3600), two((offset % 3600) / 60), two(offset % 60)];
}

function shortest(minutes: string, seconds: string): string {
  if (seconds !== '00') return `:${minutes}:${seconds}`;
  return minutes === '00' ? '' : `:${minutes}`;
}
