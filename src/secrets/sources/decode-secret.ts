/**
 * The text of a file or of a command's output, without its byte order mark and without one trailing line break: UTF-8, or UTF-16 as PowerShell
 * writes it. Null where it is no text.
 */
export function decodeSecret(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  const encoding = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return text.includes('\0') ? null : text.replace(/\r?\n$/u, '');
  } catch {
    return null;
  }
}
