import { at } from '../at.ts';
import { optionPointer, optionText } from '../evidence/credentials/option-text.ts';
import { isPrivateHost } from '../evidence/is-private-host.ts';
import type { Rule } from './suspicion.ts';

/** The host is one that only its own network can reach, and Tines' cloud is not in it. */
export const privateAddress: Rule = ({ url, input, side, own }) => {
  if (!isPrivateHost(url.hostname)) return null;
  const { tines } = input;
  const isReached = tines.status === 'recorded' && tines.response.status !== 0;
  const isUnreachable =
    side === 'tines' ? own.status === null : own.error !== undefined && ['dns', 'connect', 'timeout'].includes(own.error.kind);
  if (isReached || !isUnreachable) return null;
  const hasTunnel = /^true$/i.test(optionText(input.action, ['use_tunnel'])?.written ?? '');
  return {
    confidence: side === 'tines' && !hasTunnel ? 'likely' : 'possible',
    weight: 88,
    stands: true,
    evidence: [
      `‹${url.hostname}› is an address inside of a private network`,
      ...(side === 'tines' ? ['Tines got no answer, and this machine did'] : []),
    ],
    fix: hasTunnel
      ? 'check that the tunnel runs in the network of this address'
      : 'set use_tunnel to true, with a Tines tunnel in the network of this address, or call a public address',
    ...at(optionPointer(input.action, ['url'])),
  };
};
