/** The `code` of an error of Node (`ECONNREFUSED`), or the empty text where it has none. */
export function errorCode(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
