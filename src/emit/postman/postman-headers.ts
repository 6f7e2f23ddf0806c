import type { HeaderField } from '../../model/request-spec.ts';
import type { Text } from '../../model/text.ts';
import type { HeaderEncoding } from './header-encoding.ts';
import { headerText } from './header-text.ts';

/**
 * Header fields as Newman sends them: a repeated name in the case it had first (of `X-A` and `x-a` only the last would be sent), values as Newman
 * needs them. `A.5` stands before `A`: once there is a field `A`, Newman reads that name as a path into its value, and sends an `A.5: undefined` more.
 */
export function postmanHeaders(headers: readonly HeaderField<Text>[], encoding: HeaderEncoding): readonly HeaderField<Text>[] {
  const firstCase = new Map<string, string>();
  const fields = headers.map(([name, value]): HeaderField<Text> => {
    const key = name.toLowerCase();
    const known = firstCase.get(key) ?? name;
    firstCase.set(key, known);
    return [known, encoding === 'bytes' ? headerText(value) : value];
  });
  const names = new Set(firstCase.values());
  const isPath = ([name]: HeaderField<Text>): boolean => name.includes('.') && names.has(name.slice(0, name.indexOf('.')));
  return [...fields.filter(isPath), ...fields.filter((field) => !isPath(field))];
}
