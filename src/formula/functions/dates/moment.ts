/** A point in time and the zone it is told in. */
export interface Moment {
  /** Whole seconds since 1970-01-01T00:00:00Z, rounded down. */
  readonly seconds: number;
  /** 0 to 999999999, after `seconds`. */
  readonly nanoseconds: number;
  readonly zone: Zone;
}

/** How far local time is from UTC. */
export interface Zone {
  /** `UTC`, a name of the tz database, or an offset (`+02:00`). */
  readonly name: string;
  /** Seconds east of UTC at an instant, given in seconds since 1970. */
  readonly offsetAt: (seconds: number) => number;
  /** `UTC`, `EST`, `CEST`, `+03` … at an instant. */
  readonly abbreviationAt: (seconds: number) => string;
}

/** Coordinated Universal Time. */
export const utc: Zone = { name: 'UTC', offsetAt: () => 0, abbreviationAt: () => 'UTC' };

/** A zone that is always the same number of seconds east of UTC. */
export function fixedZone(offset: number): Zone {
  const name = offsetText(offset, ':');
  return { name, offsetAt: () => offset, abbreviationAt: () => name };
}

/** An offset as `+hh:mm` with the given separator; seconds are left out. */
export function offsetText(offset: number, separator: string): string {
  const minutes = Math.trunc(Math.abs(offset) / 60);
  const hours = String(Math.trunc(minutes / 60)).padStart(2, '0');
  return `${offset < 0 ? '-' : '+'}${hours}${separator}${String(minutes % 60).padStart(2, '0')}`;
}
