import type { Value } from '../../model/value.ts';
import { textOf } from '../values/text-of.ts';

/** The values as text, one after the other. Bytes stay bytes, unless the whole is valid UTF-8. */
export function concatenateText(values: readonly Value[]): string | Uint8Array {
  if (!values.some((value) => value instanceof Uint8Array)) return values.map(textOf).join('');
  const parts = values.map((value) => (value instanceof Uint8Array ? value : new TextEncoder().encode(textOf(value))));
  const bytes = new Uint8Array(parts.reduce((total, part) => total + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    bytes.set(part, offset);
    offset += part.length;
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return bytes;
  }
}
