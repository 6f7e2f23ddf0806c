/** Every byte of the text's UTF-8 as `%XX`, upper case. */
export function percentEncode(text: string): string {
  return Array.from(Buffer.from(text), (byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
}
