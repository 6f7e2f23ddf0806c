import type { HeaderField } from '../model/request-spec.ts';

/** True where a field of this name, case aside, is among them. */
export function hasHeader(headers: readonly HeaderField[], name: string): boolean {
  return headerValue(headers, name) !== undefined;
}

/** The first value of a field, names compared without case. */
function headerValue(headers: readonly HeaderField[], name: string): string | undefined {
  return headers.find(([field]) => field.toLowerCase() === name.toLowerCase())?.[1];
}

/** The fields without those of this name. */
export function withoutHeader(headers: readonly HeaderField[], name: string): readonly HeaderField[] {
  return headers.filter(([field]) => field.toLowerCase() !== name.toLowerCase());
}

const ofTheConnection: ReadonlySet<string> = new Set([
  'content-length',
  'connection',
  'proxy-connection',
  'transfer-encoding',
  'keep-alive',
  'te',
  'upgrade',
]);

/** The fields that say something of the request: none of HTTP/2's own (`:authority`), and none that each client writes for its connection. */
export function ownHeaders(headers: readonly HeaderField[]): readonly HeaderField[] {
  return headers.filter(([name]) => !name.startsWith(':') && !ofTheConnection.has(name.toLowerCase()));
}
