import type { Rule } from './suspicion.ts';

const SAID = /egress|outbound[^.]{0,40}\b(?:not (?:allowed|permitted)|blocked|denied)/i;

/** The tenant's own egress control stopped the request. */
export const egressBlocked: Rule = ({ own, side, input, url }) => {
  if (side !== 'tines' || own.status !== null) return null;
  const line = input.log?.find((message) => SAID.test(message));
  return {
    confidence: line === undefined ? 'possible' : 'likely',
    weight: line === undefined ? 38 : 92,
    stands: true,
    evidence: [line === undefined ? 'Tines got no answer, and this machine did' : 'the action’s log speaks of egress control'],
    fix: `add ${url.hostname} to the tenant’s action egress control`,
  };
};
