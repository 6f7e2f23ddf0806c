import { HarnessError } from '../../harness-error.ts';
import type { Source } from '../../model/source.ts';
import type { ResolvedText, Text } from '../../model/text.ts';
import { literalOf } from '../literal-of.ts';
import { printableText } from '../printable-text.ts';

/** The name, where it is a token (RFC 9110, section 5.6.2); otherwise an `invalid-header`. */
export function checkFieldName(written: ResolvedText, source: Source): string {
  const name = written instanceof Uint8Array ? undefined : literalOf(written);
  if (name !== undefined && /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/.test(name)) return name;
  const hint = 'A header name has letters, digits and hyphens, and no colon, space or credential.';
  throw new HarnessError('invalid-header', `‹${printableText(written)}› is not a header name.`, { source, hint });
}

/** The value, where HTTP can carry it: text without control characters other than the tab (RFC 9110, section 5.5); otherwise an `invalid-header`. */
export function checkFieldValue(name: string, value: ResolvedText, source: Source): Text {
  if (value instanceof Uint8Array) {
    const hint = 'Check what the formula in it decodes.';
    throw new HarnessError('invalid-header', `The value of the header ‹${name}› is bytes that are not text.`, { source, hint });
  }
  const broken = value.some((piece) => typeof piece === 'string' && /[\u0000-\u0008\u000a-\u001f\u007f]/.test(piece));
  if (!broken) return value;
  const hint = 'Look for a line break at the end of a value that it is made from, and use TRIM.';
  throw new HarnessError('invalid-header', `The value of the header ‹${name}› holds a line break or another control character.`, {
    source,
    hint,
  });
}
