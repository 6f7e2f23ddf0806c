/** The JSON Pointer (RFC 6901) of the member or item `token` of the value at `pointer`. */
export function pointerTo(pointer: string, token: string | number): string {
  return `${pointer}/${typeof token === 'number' ? token : escaped(token)}`;
}

function escaped(token: string): string {
  return token.includes('~') || token.includes('/') ? token.replaceAll('~', '~0').replaceAll('/', '~1') : token;
}
