import type { PlainBody } from './plain-request.ts';

/** A body as text where its bytes are UTF-8, else as bytes. */
export function bodyOfBytes(bytes: Uint8Array): PlainBody {
  const text = textOfBytes(bytes);
  return text === undefined ? { kind: 'bytes', bytes } : { kind: 'text', text };
}

/** The text that bytes are in UTF-8, a byte order mark kept; undefined where they are none. */
export function textOfBytes(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
