import { namedEntities } from './named-entities.ts';

/** The code point of a character reference without its `&` and `;` (`amp`, `#38`, `#x26`); undefined where it is none that is known. */
export function entityPoint(reference: string): number | undefined {
  const [, decimal, hexadecimal] = /^#(?:(\d{1,7})|[xX]([0-9a-fA-F]{1,6}))$/.exec(reference) ?? [];
  if (decimal === undefined && hexadecimal === undefined) return namedEntities.get(reference);
  const point = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal);
  return point <= 0x10ffff ? point : undefined;
}
