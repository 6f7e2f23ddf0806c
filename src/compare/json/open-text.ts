/** What a JSON string held, and the form it was wrapped in. */
export interface OpenedText {
  readonly form: 'JSON inside' | 'XML inside' | 'JWT' | 'base64 of JSON' | 'base64 of XML';
  readonly text: string;
  /** What stood before it: the scheme before a token. */
  readonly before: string;
}

/** Opens a JSON string literal that holds JSON (object or array), XML, a JWT, or base64 of JSON or XML; null for anything else. */
export function openText(literal: string): OpenedText | null {
  if (!literal.startsWith('"') || literal.length < 8) return null;
  const text = String(JSON.parse(literal)).trim();
  if (/^[[{]/u.test(text)) return isJson(text) ? { form: 'JSON inside', text, before: '' } : null;
  if (text.startsWith('<')) return { form: 'XML inside', text, before: '' };
  const [, before = '', token] = /^([A-Za-z]+ )?(eyJ[\w-]+\.[\w-]+\.[\w-]*)$/u.exec(text) ?? [];
  if (token !== undefined) {
    const [header = '', claims = '', signature = ''] = token.split('.');
    const parts = [decode(header), decode(claims)];
    if (!parts.every(isJson)) return null;
    return { form: 'JWT', text: `{"header":${parts[0]},"claims":${parts[1]},"signature":${JSON.stringify(signature)}}`, before };
  }
  // The first letter of base64 of `{`, `[` and `<`.
  if (!/^[eWP][\w+/\s-]+=*\s*$/u.test(text)) return null;
  const decoded = decode(text).trim();
  if (isJson(decoded)) return { form: 'base64 of JSON', text: decoded, before: '' };
  return /^<[\w?!]/u.test(decoded) ? { form: 'base64 of XML', text: decoded, before: '' } : null;
}

function decode(text: string): string {
  return Buffer.from(text, 'base64').toString('utf8');
}

function isJson(text: string): boolean {
  if (!/^\s*[[{]/u.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
