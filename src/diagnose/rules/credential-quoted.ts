import { at } from '../at.ts';
import { isNameOfCredential, isTemplate } from '../evidence/credentials/is-template.ts';
import { cleanCredential } from '../experiments/clean-credential.ts';
import type { Rule } from './suspicion.ts';

const QUOTES = /^\s*["'`“”‘’«<[{(]+|["'`“”‘’»>\]})]+\s*$/gu;

/** Quotation marks or brackets stand around the credential. */
export const credentialQuoted: Rule = ({ uses, isAuthFailure, input }) => {
  if (!isAuthFailure) return null;
  for (const use of uses) {
    // `Token token="…"` and the like are quoted by design.
    if (use.pair === null && /^[\w-]+=/.test(use.secret)) continue;
    // So is a template that nothing has filled in.
    if (isTemplate(use.secret) || isNameOfCredential(use.secret)) continue;
    const change = cleanCredential(
      {
        claims: 'credential-quoted',
        request: input.request,
        use,
        name: 'without the quotation marks around the credential',
        formula: (expression) => expression,
      },
      (text) => text.replace(QUOTES, ''),
    );
    if (change === null) continue;
    return {
      confidence: 'likely',
      weight: 92,
      stands: true,
      changes: [change],
      evidence: [
        `quotation marks or brackets stand around ${use.label === 'the credential' ? `the credential in ${use.name}` : use.label}`,
      ],
      fix: `take the quotation marks out of the value of the credential; ${change.fix}`,
      ...at(use.pointer),
    };
  }
  return null;
};
