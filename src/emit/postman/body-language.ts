import type { HeaderField } from '../../model/request-spec.ts';
import type { Text } from '../../model/text.ts';

/** How Postman's editor should show the body, by its content type; it changes nothing that is sent. */
export function bodyLanguage(headers: readonly HeaderField<Text>[]): 'json' | 'xml' | null {
  const type = headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1][0];
  if (typeof type !== 'string') return null;
  if (/[/+]json\b/i.test(type)) return 'json';
  return /[/+]xml\b/i.test(type) ? 'xml' : null;
}
