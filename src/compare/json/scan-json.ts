/** The offset of the first character at or behind `at` that is not JSON white space. */
export function skipSpace(text: string, at: number): number {
  let position = at;
  for (;;) {
    const code = text.charCodeAt(position);
    if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return position;
    position += 1;
  }
}

/** The offset behind the string literal that begins at `at`; -1 where it is not a valid one. */
export function scanString(text: string, at: number): number {
  for (let position = at + 1; ; position += 1) {
    const code = text.charCodeAt(position);
    if (code === 0x22) return position + 1;
    if (!(code >= 0x20)) return -1;
    if (code !== 0x5c) continue;
    position += 1;
    const escaped = text.charCodeAt(position);
    if (escaped === 0x75) {
      for (let digit = 1; digit <= 4; digit += 1) if (!isHex(text.charCodeAt(position + digit))) return -1;
      position += 4;
    } else if (!'"\\/bfnrt'.includes(text.charAt(position)) || Number.isNaN(escaped)) {
      return -1;
    }
  }
}

/** The offset behind the number that begins at `at`; -1 where it is not a valid one. */
export function scanNumber(text: string, at: number): number {
  let position = text.charCodeAt(at) === 0x2d ? at + 1 : at;
  const first = text.charCodeAt(position);
  if (!isDigit(first)) return -1;
  position = first === 0x30 ? position + 1 : skipDigits(text, position);
  if (text.charCodeAt(position) === 0x2e) {
    if (!isDigit(text.charCodeAt(position + 1))) return -1;
    position = skipDigits(text, position + 1);
  }
  const exponent = text.charCodeAt(position);
  if (exponent === 0x65 || exponent === 0x45) {
    const sign = text.charCodeAt(position + 1);
    const digits = sign === 0x2b || sign === 0x2d ? position + 2 : position + 1;
    if (!isDigit(text.charCodeAt(digits))) return -1;
    position = skipDigits(text, digits);
  }
  return position;
}

function skipDigits(text: string, at: number): number {
  let position = at;
  while (isDigit(text.charCodeAt(position))) position += 1;
  return position;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function isHex(code: number): boolean {
  return isDigit(code) || (code >= 0x41 && code <= 0x46) || (code >= 0x61 && code <= 0x66);
}
