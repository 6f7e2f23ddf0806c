import type { HeaderField } from '../model/request-spec.ts';

/** A header field in which two messages differ; a missing side is null. Several values of one name are joined by `, `. */
export interface HeaderDifference {
  readonly name: string;
  readonly values: readonly [string | null, string | null];
}

/** Compares header fields as multisets: names without case, values of one name in any order. Names come in alphabetical order. */
export function compareHeaders(left: readonly HeaderField[], right: readonly HeaderField[]): readonly HeaderDifference[] {
  const leftValues = valuesByName(left);
  const rightValues = valuesByName(right);
  const names = [...new Set([...leftValues.keys(), ...rightValues.keys()])].sort();
  return names.flatMap((name) => {
    const mine = leftValues.get(name);
    const other = rightValues.get(name);
    if (mine !== undefined && other !== undefined && sameMultiset(mine, other)) return [];
    return [{ name, values: [join(mine), join(other)] as const }];
  });
}

function valuesByName(headers: readonly HeaderField[]): ReadonlyMap<string, readonly string[]> {
  const values = new Map<string, string[]>();
  for (const [name, value] of headers) {
    const key = name.toLowerCase();
    const list = values.get(key);
    // Optional white space around a value is no part of it (RFC 9110, section 5.5).
    if (list === undefined) values.set(key, [value.trim()]);
    else list.push(value.trim());
  }
  return values;
}

function sameMultiset(left: readonly string[], right: readonly string[]): boolean {
  if (left.length !== right.length) return join(left) === join(right);
  const sorted = [...right].sort();
  return [...left].sort().every((value, index) => value === sorted[index]);
}

function join(values: readonly string[] | undefined): string | null {
  return values === undefined ? null : values.join(', ');
}
