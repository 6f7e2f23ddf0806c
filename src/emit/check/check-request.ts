import { HarnessError } from '../../harness-error.ts';
import type { RequestSpec } from '../../model/request-spec.ts';
import type { Text } from '../../model/text.ts';
import { checkHeaderValue } from './check-header-value.ts';
import { checkUrl } from './check-url.ts';

const token = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;

/** Refuses, with a HarnessError, what HTTP cannot carry (RFC 9110, sections 5 and 9; RFC 3986): no client is ever asked to send it. */
export function checkRequest(request: RequestSpec): void {
  if (!token.test(request.method) || request.method === 'CONNECT') {
    throw new HarnessError('unsupported-method', `‹${printable(request.method)}› is not a method that a request can have`, {
      hint: 'write get, post, put, patch or delete',
    });
  }
  checkUrl(request.url);
  for (const [name, value] of request.headers) {
    if (!token.test(name)) {
      throw new HarnessError('invalid-header', `‹${printable(name)}› is not the name of a header field`, {
        hint: 'a name is made of letters, digits and -, without spaces or a colon',
      });
    }
    checkHeaderValue(name, literal(value));
  }
}

function literal(text: Text): string {
  return text.filter((piece) => typeof piece === 'string').join('');
}

function printable(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}
