/** What a JSON string held: JSON text, and the form it was wrapped in. */
export interface OpenedText {
  readonly form: 'JSON inside' | 'JWT' | 'base64 of JSON';
  readonly json: string;
}

/** Opens a JSON string literal that holds JSON (object or array), a JWT, or base64 of JSON; null for anything else. */
export function openText(literal: string): OpenedText | null {
  if (!literal.startsWith('"') || literal.length < 8) return null;
  const text = String(JSON.parse(literal)).trim();
  if (/^[[{]/u.test(text)) return isJson(text) ? { form: 'JSON inside', json: text } : null;
  if (/^eyJ[\w-]+\.[\w-]+\.[\w-]*$/u.test(text)) {
    const [header = '', claims = '', signature = ''] = text.split('.');
    const parts = [decode(header), decode(claims)];
    return parts.every(isJson)
      ? { form: 'JWT', json: `{"header":${parts[0]},"claims":${parts[1]},"signature":${JSON.stringify(signature)}}` }
      : null;
  }
  if (/^(?:eyJ|W3s|e30|eyA|ewo)[\w+/=-]*$/u.test(text)) {
    const decoded = decode(text);
    return isJson(decoded) ? { form: 'base64 of JSON', json: decoded } : null;
  }
  return null;
}

function decode(text: string): string {
  return Buffer.from(text, 'base64').toString('utf8');
}

function isJson(text: string): boolean {
  try {
    return typeof JSON.parse(text) === 'object';
  } catch {
    return false;
  }
}
