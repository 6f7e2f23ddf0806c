/** UTF-8, or UTF-16 with its byte order mark, as PowerShell writes what is redirected into a file. */
export function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const encoding = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
  // The decoder for UTF-8 would take the byte order mark away, and with it the columns of messages.
  return encoding === undefined
    ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8')
    : new TextDecoder(encoding).decode(bytes);
}
