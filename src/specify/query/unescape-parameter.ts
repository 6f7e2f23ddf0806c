/** A component of a query as Ruby's CGI.unescape reads it; undefined where its bytes are not UTF-8, which Faraday cannot take. */
export function unescapeParameter(text: string): string | undefined {
  try {
    return text.replaceAll('+', ' ').replace(/(?:%[0-9a-f]{2})+/gi, decodeBytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

function decodeBytes(escaped: string): string {
  const bytes = Buffer.from(escaped.replaceAll('%', ''), 'hex');
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
}
