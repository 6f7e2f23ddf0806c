import { isLikeWithout } from '../evidence/evidence.ts';
import type { Rule } from './suspicion.ts';

/** The server fails by itself (5xx). */
export const serverError: Rule = (evidence) => {
  const { own, side, controls } = evidence;
  const { status } = own;
  if (status === null || status < 500) return null;
  if (side === 'tines') {
    return {
      confidence: 'likely',
      weight: 50,
      stands: true,
      evidence: [`Tines got ${status}, and the same request works now`],
      fix: `run the action again; set retry_on_status to ["${status}"] if it happens now and then`,
    };
  }
  const isTried = controls.without !== null && isLikeWithout(evidence) === true;
  return {
    // Something in the request may make it fail: no experiment shows that nothing does.
    confidence: 'likely',
    weight: 25,
    stands: true,
    evidence: [`the server answers ${status} every time`, ...(isTried ? ['it answers the same without a credential'] : [])],
    fix: 'ask the service: it fails by itself; until then set retry_on_status in the action',
  };
};
