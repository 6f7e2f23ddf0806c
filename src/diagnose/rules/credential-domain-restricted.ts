import { at } from '../at.ts';
import type { Rule } from './suspicion.ts';

const SAID =
  /(?:domain|host|url)\b[^.]{0,60}\b(?:not (?:allowed|permitted)|restricted)|restrict\w*[^.]{0,40}\bdomain|credential\b[^.]{0,60}\b(?:domain|not allowed|not permitted|cannot be used)/i;

/** The credential may be used only for certain domains in Tines, so that nothing is sent. */
export const credentialDomainRestricted: Rule = ({ own, side, main, input, url }) => {
  if (side !== 'tines' || main === null || own.status !== null) return null;
  const line = input.log?.find((message) => SAID.test(message));
  return {
    confidence: line === undefined ? 'possible' : 'likely',
    weight: line === undefined ? 40 : 90,
    stands: true,
    evidence: [
      line === undefined
        ? 'Tines got no answer, and the action uses a credential, which may be restricted to other domains'
        : 'the action’s log speaks of the domains of the credential',
    ],
    fix: `add ${url.hostname} to the domains of ${main.label} in Tines`,
    ...at(main.pointer),
  };
};
