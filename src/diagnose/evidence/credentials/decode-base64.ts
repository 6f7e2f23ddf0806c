/** The text that base64 (either alphabet, padding optional) stands for; null where it is not base64 of printable UTF-8 text. */
export function decodeBase64(text: string): string | null {
  if (text.length < 4 || !/^[A-Za-z0-9+/_-]+={0,2}$/.test(text)) return null;
  const bare = text.replace(/=+$/, '');
  if (bare.length % 4 === 1) return null;
  try {
    const decoded = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.from(bare, 'base64url'));
    return /[\0-\x08\x0e-\x1f\x7f]/.test(decoded) ? null : decoded;
  } catch {
    return null;
  }
}
