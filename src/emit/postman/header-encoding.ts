import type { HeaderField } from '../../model/request-spec.ts';
import type { SecretValues, Text } from '../../model/text.ts';
import { textValue } from '../text-value.ts';

/**
 * How a header value has to be given so that UTF-8 arrives. Node writes the head of a message as Latin-1, one byte a character, unless the
 * body is a string: then it writes both as UTF-8 at once. It refuses characters above U+00FF in either case.
 */
export type HeaderEncoding = 'text' | 'bytes';

/** The way for a request: text where its body can stay text, that is, where no header value goes beyond U+00FF; bytes otherwise, for the body too. */
export function headerEncoding(
  headers: readonly HeaderField<Text>[],
  hasTextBody: boolean,
  values?: SecretValues,
): HeaderEncoding {
  const known = headers.flatMap(([, value]) =>
    values === undefined ? value.filter((piece) => typeof piece === 'string') : textValue(value, values),
  );
  return hasTextBody && !known.some((text) => /[^\0-\xff]/.test(text)) ? 'text' : 'bytes';
}
