/** Bytes as text in a charset of the WHATWG Encoding standard; an unknown charset is read as UTF-8, else as windows-1252. */
export function charsetText(bytes: Uint8Array, charset: string | undefined): string {
  const decoder = charset === undefined ? undefined : knownDecoder(charset);
  if (decoder !== undefined) return decoder.encoding === 'windows-1252' ? windowsText(bytes) : decoder.decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return windowsText(bytes);
  }
}

// From 0x80 on; the decoder of Node 20 takes these bytes for ISO-8859-1.
const windowsCharacters = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function windowsText(bytes: Uint8Array): string {
  const text = Buffer.from(bytes).toString('latin1');
  return text.replaceAll(/[\u0080-\u009f]/g, (character) => windowsCharacters.charAt(character.charCodeAt(0) - 0x80));
}

/** The bytes of quoted-printable text (RFC 2045, section 6.7); what is no escape stays as it is. */
export function quotedPrintableBytes(text: string): Uint8Array {
  const joined = text.replaceAll(/(?<![ \t])[ \t]+(?=\r?\n|$)/g, '').replaceAll(/=\r?\n/g, '');
  return latin1Bytes(
    joined.replaceAll(/=([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
  );
}

/** Text in which every character is one byte, as those bytes. */
export function latin1Bytes(text: string): Uint8Array {
  return Uint8Array.from(Buffer.from(text, 'latin1'));
}

/** A header field's value with its encoded words (RFC 2047) decoded; raw bytes are UTF-8, else windows-1252. */
export function decodedWords(raw: string): string {
  const joined = raw.replaceAll(/(\?=)\s+(?==\?[^?\s]+\?[BbQq]\?)/g, '$1');
  const pieces = joined.split(/(=\?[^?\s]+\?[BbQq]\?[^?]*\?=)/);
  return pieces
    .map((piece, index) => (index % 2 === 1 ? decodedWord(piece) : charsetText(latin1Bytes(piece), undefined)))
    .join('');
}

function decodedWord(word: string): string {
  const [, charset = '', encoding = '', text = ''] = /^=\?([^?*]+)[^?]*\?([BbQq])\?([^?]*)\?=$/.exec(word) ?? [];
  if (charset === '') return word;
  if (encoding.toUpperCase() === 'B') return charsetText(Uint8Array.from(Buffer.from(text, 'base64')), charset);
  return charsetText(quotedPrintableBytes(text.replaceAll('_', '=20')), charset);
}

function knownDecoder(charset: string): InstanceType<typeof TextDecoder> | undefined {
  try {
    return new TextDecoder(charset.trim());
  } catch {
    return undefined;
  }
}
