const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Turns Latin-1 text (one character a byte, as header fields come off the wire) into UTF-8 text where the bytes are that. */
export function decodeHeaderText(latin1: string): string {
  if (!/[\x80-\xff]/.test(latin1)) return latin1;
  try {
    return utf8.decode(Buffer.from(latin1, 'latin1'));
  } catch {
    return latin1;
  }
}
