import { HarnessError } from '../../harness-error.ts';

/** Refuses a header value with a line break or another control character (RFC 9110, section 5.5). The message does not show the value. */
export function checkHeaderValue(name: string, value: string): void {
  const wrong = /[\0-\x08\n-\x1f\x7f]/.exec(value);
  if (wrong === null) return;
  const code = (wrong[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  throw new HarnessError(
    'invalid-header',
    `the value of ‹${name}› has the control character U+${code} at position ${wrong.index + 1}`,
    {
      hint: 'a line break often comes from a credential that was pasted with its end of line: remove it, or use STRIP',
    },
  );
}
