import { HarnessError } from '../../harness-error.ts';
import type { SecretValues, Text } from '../../model/text.ts';
import { displayText } from '../display-text.ts';
import { textValue } from '../text-value.ts';

const scheme = /^https?:\/\//i;
/** Host and port as RFC 3986 (section 3.2) allows them; a host may also be an address in brackets. */
const authority = /^(?:\[[0-9a-f:.]+\]|[a-z0-9\-._~%!$&'()*+,;=]+)(?::\d*)?$/i;

/**
 * Refuses, with a HarnessError, an address that no request line can carry (RFC 3986; RFC 9112, section 3.2). Without `values` only its
 * literal parts are judged; with them, the address as it will be sent. Messages name secrets and never show them.
 */
export function checkUrl(url: Text, values?: SecretValues): void {
  const literal = url.filter((piece) => typeof piece === 'string').join('');
  const isWhole = values !== undefined || url.every((piece) => typeof piece === 'string');
  const address = values === undefined ? literal : textValue(url, values);
  const shown = printable(displayText(url));
  if (!scheme.test(address) && (isWhole || typeof url[0] === 'string')) {
    throw new HarnessError('invalid-url', `‹${shown}› does not begin with http:// or https://`, {
      hint: 'write the whole address, with its scheme',
    });
  }
  const wrong = /[^!-~]|#/.exec(literal);
  if (wrong !== null) {
    throw new HarnessError('invalid-url', `the address has ‹${printable(wrong[0])}› in it, which no request line can carry`, {
      hint: 'percent-encode it',
    });
  }
  if (/[^!-~]|#/.test(address)) {
    throw new HarnessError(
      'invalid-url',
      `with its credentials put in, the address ‹${shown}› has a space, a line break, a # or a character outside of ASCII`,
      { hint: 'encode the credential in the formula, with URL_ENCODE, or correct its value' },
    );
  }
  const host = address.replace(scheme, '').replace(/[/?].*$/s, '');
  if (host.includes('@')) {
    throw new HarnessError('invalid-url', `the address ‹${shown}› has a user name or a password in it`, {
      hint: 'use basic_auth',
    });
  }
  if (isWhole && !authority.test(host)) {
    throw new HarnessError('invalid-url', `the address ‹${shown}› has no valid host`, {
      hint: 'write a host name or an IP address after the scheme',
    });
  }
}

function printable(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}
