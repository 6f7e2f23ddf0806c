import type { StatusRange } from '../../model/request-spec.ts';

/** Reads a list of statuses in Tines' grammar (`404`, `400-499`, `0` for no answer, with commas between them); undefined where it is not one. */
export function parseStatusRanges(list: string): readonly StatusRange[] | undefined {
  const ranges: StatusRange[] = [];
  for (const item of list.split(',')) {
    const [, from, to = from] = /^\s*(\d{1,3})\s*(?:-\s*(\d{1,3})\s*)?$/.exec(item) ?? [];
    if (from === undefined || to === undefined || Number(to) < Number(from)) return undefined;
    ranges.push({ from: Number(from), to: Number(to) });
  }
  return ranges;
}
