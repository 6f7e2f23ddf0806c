const strictPattern = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** Base64 in the standard alphabet, padded, without line breaks (RFC 4648, section 4). */
export function base64Text(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
}

/** The bytes of padded base64 without any other character (RFC 4648), as Ruby's `strict_decode64`; undefined if it is not that. */
export function strictBase64Bytes(text: string): Uint8Array | undefined {
  return strictPattern.test(text) ? Uint8Array.from(Buffer.from(text, 'base64')) : undefined;
}

/** The bytes of base64 with anything in between (RFC 2045), as Ruby's `unpack("m")`: reads to the first padding. */
export function lenientBase64Bytes(text: string): Uint8Array {
  let clean = '';
  for (const part of text.matchAll(/[A-Za-z0-9+/]+|=+/g)) {
    if (!part[0].startsWith('=')) clean += part[0];
    else if (clean.length % 4 >= 2) break;
  }
  return Uint8Array.from(Buffer.from(clean, 'base64'));
}
