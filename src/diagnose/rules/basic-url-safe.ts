import { at } from '../at.ts';
import { rewriteCredential } from '../experiments/rewrite-credential.ts';
import { joinTexts, replaceValue } from '../working/slice-text.ts';
import type { Rule } from './suspicion.ts';

/** The pair is in the URL-safe alphabet or without padding; Basic takes the standard one, padded (RFC 7617, RFC 4648 section 4). */
export const basicUrlSafe: Rule = ({ uses, isAuthFailure, input }) => {
  const use = uses.find(
    ({ place, pair, secret }) => place === 'header' && pair !== null && (/[-_]/.test(secret) || secret.length % 4 !== 0),
  );
  if (use === undefined || !isAuthFailure) return null;
  const standard = Buffer.from(use.secret, 'base64url').toString('base64');
  const fix = `write "Basic <<BASE64_ENCODE(…)>>" in the ${use.name} header (the standard alphabet, with padding), or use the option basic_auth`;
  const change = rewriteCredential(
    { claims: 'basic-url-safe', request: input.request, use },
    {
      name: 'with the pair in standard base64',
      value: joinTexts(`${use.scheme} `, replaceValue(use.secretText, 'standard', standard)),
      fix,
    },
  );
  return {
    confidence: 'likely',
    weight: 93,
    stands: true,
    changes: [change],
    evidence: [
      `what stands after ‹Basic › in ${use.name} is ${/[-_]/.test(use.secret) ? 'in the URL-safe alphabet' : 'without its padding'}`,
    ],
    fix,
    ...at(use.pointer),
  };
};
