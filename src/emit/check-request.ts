import { HarnessError } from '../harness-error.ts';
import type { RequestSpec } from '../model/request-spec.ts';
import type { Text } from '../model/text.ts';
import { checkHeaderValue } from './check-header-value.ts';

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

function checkUrl(url: Text): void {
  const text = literal(url);
  const first = url[0];
  if (typeof first !== 'string' ? first === undefined : !/^https?:\/\//i.test(first)) {
    throw new HarnessError('invalid-url', `‹${printable(text)}› does not begin with http:// or https://`, {
      hint: 'write the whole address, with its scheme',
    });
  }
  if (/^https?:\/\/[^/?]*@/i.test(text)) {
    throw new HarnessError('invalid-url', 'the address has a user name or a password in it', { hint: 'use basic_auth' });
  }
  const wrong = /[^!-~]|#/.exec(text);
  if (wrong !== null) {
    throw new HarnessError('invalid-url', `the address has ‹${printable(wrong[0])}› in it, which no request line can carry`, {
      hint: 'percent-encode it',
    });
  }
}

function literal(text: Text): string {
  return text.filter((piece) => typeof piece === 'string').join('');
}

function printable(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}
