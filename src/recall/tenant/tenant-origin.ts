import { printable } from '../../formats/text/printable.ts';
import { HarnessError } from '../../harness-error.ts';

const hint = 'Write it as --tenant https://example.tines.com.';

/**
 * Scheme, host and port of a tenant's address, however much of a page's address stands behind them; https unless on this machine.
 * @throws HarnessError `tenant` for anything else; an address with a password in it is not repeated.
 */
export function tenantOrigin(tenant: string): string {
  const text = tenant.trim();
  const written = /^[a-z][a-z0-9+.-]*:\/\//iu.test(text) ? text : `https://${text}`;
  if (text === '' || !URL.canParse(written)) {
    throw new HarnessError('tenant', `‹${printable(withoutUserInfo(text))}› is no address of a tenant`, { hint });
  }
  const url = new URL(written);
  if (url.username !== '' || url.password !== '') {
    throw new HarnessError('tenant', 'the address of the tenant has a user or a password in it', {
      hint: 'Give the API key with --credential tines=env:VARIABLE, and the address without it.',
    });
  }
  const isLocal = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLocal)) {
    throw new HarnessError(
      'tenant',
      `the API key is sent over https only, and ‹${printable(url.origin === 'null' ? url.protocol : url.origin)}› is not`,
      { hint },
    );
  }
  return url.origin;
}

function withoutUserInfo(text: string): string {
  return text.replace(/^.*@/su, '');
}
