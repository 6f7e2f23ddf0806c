import type { Exchange } from '../../model/outcome.ts';
import { at } from '../at.ts';
import { optionPointer } from '../evidence/credentials/option-text.ts';
import { errorUnderSuccess, LOGIN_PAGE } from '../evidence/words/error-under-success.ts';
import { isLoginAddress } from '../evidence/words/is-login-page.ts';
import type { Rule } from './suspicion.ts';

/** A redirect to another host (or scheme, or port) lost the `Authorization` header, and the answer there is about it. */
export const redirectDroppedAuthorization: Rule = ({ own, input, isAuthFailure, url }) => {
  const lost = own.hops.find((hop, index) => index > 0 && has(own.hops[index - 1]) && !has(hop));
  if (lost === undefined || !(isAuthFailure || own.status === 404) || !URL.canParse(lost.sent.url)) return null;
  // A page to sign in takes no such header.
  const isAnswered = own.status !== null && own.status < 400;
  if (errorUnderSuccess(own, null) === LOGIN_PAGE || (isAnswered && isLoginAddress(lost.sent.url, url.href))) return null;
  const target = new URL(lost.sent.url);
  const address = `${target.origin}${target.pathname}`;
  return {
    confidence: own.status === 404 ? 'possible' : 'likely',
    weight: own.status === 404 ? 20 : 99,
    stands: true,
    isSettled: own.status !== 404,
    evidence: [
      `the server redirects from ‹${url.origin}› to ‹${target.origin}›, and the Authorization header is not sent there`,
      `the answer there is ${own.status}`,
    ],
    fix: `set url to "${address}"${url.protocol === target.protocol || url.hostname !== target.hostname ? ', or turn on the option that keeps Authorization on redirects' : ''}`,
    ...at(optionPointer(input.action, ['url'])),
  };
};

function has(hop: Exchange | undefined): boolean {
  return hop?.sent.headers.some(([name]) => name.toLowerCase() === 'authorization') === true;
}
