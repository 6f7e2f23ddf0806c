/** Names and values as Faraday's nested encoder writes them: sorted, `a[b]=1`, `a[]=x`, a space as `+`. */
export function encodeForm(value: unknown): string {
  return pairsOf('', value)
    .map(([name, text]) => (text === null ? escapeComponent(name) : `${escapeComponent(name)}=${escapeComponent(text)}`))
    .join('&');
}

function pairsOf(name: string, value: unknown): readonly (readonly [string, string | null])[] {
  if (value === null || value === undefined) return name === '' ? [] : [[name, null]];
  if (Array.isArray(value))
    return value.length === 0 ? [[`${name}[]`, null]] : value.flatMap((item) => pairsOf(`${name}[]`, item));
  if (typeof value !== 'object') return name === '' ? [] : [[name, String(value)]];
  return Object.entries(value)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .flatMap(([key, inner]) => pairsOf(name === '' ? key : `${name}[${key}]`, inner));
}

function escapeComponent(text: string): string {
  return encodeURIComponent(text.toWellFormed())
    .replace(/[!'()*]/gu, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%20', '+');
}
