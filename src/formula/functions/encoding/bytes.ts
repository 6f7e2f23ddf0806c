import type { Value } from '../../../model/value.ts';
import { bytesOrTextArgument } from '../arguments.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The bytes of an argument: UTF-8 for text (and for what reads as text), the bytes themselves for binary text. */
export function bytesArgument(name: string, value: Value | undefined): Uint8Array {
  const text = bytesOrTextArgument(name, value);
  return typeof text === 'string' ? encoder.encode(text) : text;
}

/** Bytes as a value of the language: a string where they are valid UTF-8 (a byte order mark is kept), else a copy of the bytes. */
export function textOfBytes(bytes: Uint8Array): string | Uint8Array {
  try {
    return decoder.decode(bytes);
  } catch {
    return Uint8Array.from(bytes);
  }
}
