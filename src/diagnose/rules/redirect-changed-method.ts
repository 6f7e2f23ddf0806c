import { at } from '../at.ts';
import { optionPointer } from '../evidence/credentials/option-text.ts';
import type { Rule } from './suspicion.ts';

/** A redirect by 301, 302 or 303 turned the request into a GET without its body (RFC 9110, section 15.4). */
export const redirectChangedMethod: Rule = ({ own, input, leavesOrigin }) => {
  const { request } = input;
  const changed = own.hops.find(({ sent }) => sent.method !== request.method);
  const first = own.hops[0];
  if (changed === undefined || first === undefined || !URL.canParse(changed.sent.url)) return null;
  const target = new URL(changed.sent.url);
  const address = `${target.origin}${target.pathname}`;
  const pointer = optionPointer(input.action, ['url']);
  const fix = `set url to "${address}", so that nothing is redirected`;
  const again = `by ${request.method}, at the address of the redirect`;
  return {
    confidence: 'likely',
    weight: 96,
    stands: true,
    fix,
    ...at(pointer),
    evidence: [
      `the server answers ${first.received.status} and redirects to ‹${address}›; the request is sent there by ${changed.sent.method}, without its body`,
    ],
    changes: leavesOrigin
      ? []
      : [
          {
            claims: 'redirect-changed-method',
            name: again,
            request: { ...request, url: [target.href] },
            touchesCredential: false,
            isBlind: false,
            fix,
            ...at(pointer),
            addition: 'its redirect rule',
          },
        ],
  };
};
