/** What a pill can read. */
export interface Known {
  /** How a credential is written: its value, or a mask. */
  readonly credential: (name: string) => string;
  /** Event data by action name. */
  readonly data: Readonly<Record<string, unknown>>;
}

/**
 * The value with its pills and formulas resolved, as far as they are a credential, its BASE64_ENCODE, or a path into the data; any other
 * becomes nothing, as an unknown name does in Tines.
 */
export function renderOptions(value: unknown, known: Known): unknown {
  if (typeof value === 'string') {
    const formula = /^=(?![\s=])(.*)$/su.exec(value)?.[1];
    return formula === undefined ? renderText(value, known) : evaluate(formula, known);
  }
  if (Array.isArray(value)) return value.map((item) => renderOptions(item, known));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [renderText(key, known), renderOptions(inner, known)]));
}

function renderText(text: string, known: Known): string {
  return text.replace(/<<([^>]*)>>/gu, (_, formula: string) => {
    const value = evaluate(formula, known);
    if (value === null) return '';
    return typeof value === 'object' ? JSON.stringify(value) : String(value);
  });
}

function evaluate(formula: string, known: Known): unknown {
  const encoded = /^\s*BASE64_ENCODE\((.*)\)\s*$/u.exec(formula)?.[1];
  if (encoded !== undefined) {
    const text = String(evaluate(encoded, known) ?? '');
    // A mask stays one, whatever is done to the secret behind it.
    return /^\*{16}$/u.test(text) ? text : Buffer.from(text).toString('base64');
  }
  const [owner = '', ...path] = formula
    .trim()
    .replace(/^\./u, '')
    .replace(/\[(\d+)\]/gu, '.$1')
    .split('.');
  if (owner === 'CREDENTIAL') return known.credential(path.join('.'));
  return path.reduce<unknown>((value, key) => memberOf(value, key), memberOf(known.data, owner)) ?? null;
}

function memberOf(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null) return null;
  return Object.entries(value).find(([name]) => name === key)?.[1] ?? null;
}
