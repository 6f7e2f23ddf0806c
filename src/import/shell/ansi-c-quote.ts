const single: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  e: '\x1b',
  E: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

/**
 * What bash makes of the inside of `$'…'` (its manual, section ANSI-C Quoting). Runs of `\xHH` and `\nnn` are the bytes of UTF-8 text, as
 * browsers write them.
 */
export function unquoteAnsiC(inside: string): string {
  const pattern = /((?:\\x[\dA-Fa-f]{1,2}|\\[0-7]{1,3})+)|\\u([\dA-Fa-f]{1,4})|\\U([\dA-Fa-f]{1,8})|\\c([\s\S])|\\([\s\S])/gu;
  return inside.replace(pattern, (whole, bytes?: string, short?: string, long?: string, control?: string, character?: string) => {
    if (bytes !== undefined) return decodeBytes(bytes);
    const point = short ?? long;
    if (point !== undefined)
      return Number.parseInt(point, 16) > 0x10ffff ? whole : String.fromCodePoint(Number.parseInt(point, 16));
    if (control !== undefined) return String.fromCharCode((control.codePointAt(0) ?? 0) & 0x1f);
    if (character === undefined) return whole;
    return single[character] ?? (/[\\'"?]/u.test(character) ? character : whole);
  });
}

function decodeBytes(escapes: string): string {
  const bytes = [...escapes.matchAll(/\\(?:x([\dA-Fa-f]+)|([0-7]+))/gu)].map(([, hexadecimal, octal]) =>
    hexadecimal === undefined ? Number.parseInt(octal ?? '', 8) & 0xff : Number.parseInt(hexadecimal, 16),
  );
  return Buffer.from(bytes).toString('utf8');
}
