import type { Text } from '../../model/text.ts';

/** The URL with the `/` that a request line needs where its author wrote none (`https://host?x=1`). Variables are left alone. */
export function normalizeUrl(url: Text): Text {
  const [first, ...rest] = url;
  if (typeof first !== 'string') return url;
  const match = /^(https?:\/\/[^/?]*)(\??)(.*)$/is.exec(first);
  if (match === null) return url;
  const [, authority = '', question = '', tail = ''] = match;
  if (question === '?') return [`${authority}/?${tail}`, ...rest];
  return tail === '' && rest.length === 0 ? [`${authority}/`] : url;
}
