import type { HeaderField } from '../../model/request-spec.ts';
import type { Text } from '../../model/text.ts';
import type { HeaderEncoding } from './header-encoding.ts';
import { headerText } from './header-text.ts';

/** Header fields as Newman sends them: a repeated name in the case it had first (of `X-A` and `x-a` only the last would be sent), values as Newman needs them. */
export function postmanHeaders(headers: readonly HeaderField<Text>[], encoding: HeaderEncoding): readonly HeaderField<Text>[] {
  const firstCase = new Map<string, string>();
  return headers.map(([name, value]) => {
    const key = name.toLowerCase();
    const known = firstCase.get(key) ?? name;
    firstCase.set(key, known);
    return [known, encoding === 'bytes' ? headerText(value) : value];
  });
}
