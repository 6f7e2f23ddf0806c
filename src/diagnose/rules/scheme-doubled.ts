import { at } from '../at.ts';
import { rewriteCredential } from '../experiments/rewrite-credential.ts';
import { joinTexts, sliceText } from '../working/slice-text.ts';
import type { Rule } from './suspicion.ts';

const INNER = /^\s*(?:authorization:\s*)?((?:bearer|token|basic|ssws|apikey)):?\s+/i;

/** Two schemes stand before the credential, the second of them often in the credential's own value. */
export const schemeDoubled: Rule = ({ uses, isAuthFailure, input }) => {
  const use = uses.find(({ place, scheme, secret }) => place === 'header' && scheme !== '' && INNER.test(secret));
  const match = use === undefined ? null : INNER.exec(use.secret);
  if (!isAuthFailure || use === undefined || match === null) return null;
  const inner = match[1] ?? '';
  const rest = sliceText(use.secretText, [match[0].length, use.secret.length], input.reveal);
  const isInValue = use.secretText.some((piece) => typeof piece !== 'string') && typeof use.secretText[0] !== 'string';
  const schemes = inner.toLowerCase() === use.scheme.toLowerCase() ? [use.scheme] : [inner, use.scheme];
  const changes = schemes.map((scheme) =>
    rewriteCredential(
      { claims: 'scheme-doubled', request: input.request, use },
      {
        name: `with ‹${scheme} › once before the credential`,
        value: joinTexts(`${scheme} `, rest),
        fix:
          isInValue && scheme.toLowerCase() === inner.toLowerCase()
            ? `write "${use.pill}" in the ${use.name} header: the credential’s own value begins with ‹${inner} › already`
            : `write "${scheme} ${use.pill}" in the ${use.name} header, with the scheme once`,
      },
    ),
  );
  return {
    confidence: 'likely',
    weight: 92,
    stands: true,
    changes,
    evidence: [
      `${use.name} begins with ‹${use.scheme} ${inner} ›`,
      ...(isInValue ? [`the value of ${use.label} itself begins with ‹${inner} ›`] : []),
    ],
    fix: changes[0]?.fix ?? '',
    ...at(use.pointer),
  };
};
