import type { HeaderField } from '../model/request-spec.ts';
import type { Text } from '../model/text.ts';

/** Header fields with all cookies in one `Cookie` field, as RFC 6265 (section 5.4) demands of a client: Newman joins them, so curl is told the same. */
export function joinCookies(headers: readonly HeaderField<Text>[]): readonly HeaderField<Text>[] {
  const cookies = headers.filter(([name]) => name.toLowerCase() === 'cookie');
  const [first] = cookies;
  if (first === undefined || cookies.length === 1) return headers;
  const value = cookies.flatMap(([, pieces], index) => (index === 0 ? pieces : ['; ', ...pieces]));
  return headers.flatMap((field): readonly HeaderField<Text>[] => {
    if (field === first) return [[first[0], value]];
    return cookies.includes(field) ? [] : [field];
  });
}
