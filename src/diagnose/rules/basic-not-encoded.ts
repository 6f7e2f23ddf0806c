import { at } from '../at.ts';
import { decodeBase64 } from '../evidence/credentials/decode-base64.ts';
import { encodedBasic } from '../experiments/carry-credential.ts';
import { rewriteCredential } from '../experiments/rewrite-credential.ts';
import { joinTexts } from '../working/slice-text.ts';
import type { Rule } from './suspicion.ts';

/** `Basic` is followed by the pair itself, not by its base64 (RFC 7617, section 2). */
export const basicNotEncoded: Rule = ({ uses, isAuthFailure, input }) => {
  const use = uses.find(
    ({ place, scheme, secret, pair }) =>
      place === 'header' &&
      scheme.toLowerCase() === 'basic' &&
      pair === null &&
      secret.trim() !== '' &&
      decodeBase64(secret) === null,
  );
  if (use === undefined || !isAuthFailure) return null;
  const hasColon = use.secret.includes(':');
  const literal = use.secretText
    .map((piece) => (typeof piece === 'string' ? `"${piece}"` : (piece.from[0] ?? 'CREDENTIAL.name')))
    .join(' & ');
  const forms = hasColon
    ? [{ text: use.secretText, formula: literal }]
    : [
        { text: joinTexts(use.secretText, ':'), formula: `${use.expression} & ":"` },
        { text: joinTexts(':', use.secretText), formula: `":" & ${use.expression}` },
      ];
  const changes = forms.map(({ text, formula }) =>
    rewriteCredential(
      { claims: 'basic-not-encoded', request: input.request, use },
      {
        name: hasColon
          ? 'with the pair after ‹Basic › in base64'
          : `with the credential and a colon ${formula.startsWith('"') ? 'before' : 'after'} it in base64`,
        value: joinTexts(`${use.scheme} `, encodedBasic(text)),
        fix: `write "Basic <<BASE64_ENCODE(${formula})>>" in the ${use.name} header, or use the option basic_auth`,
      },
    ),
  );
  return {
    confidence: 'likely',
    weight: hasColon ? 94 : 80,
    stands: true,
    changes,
    evidence: [`what stands after ‹Basic › in ${use.name} is not base64${hasColon ? ': a colon stands in it' : ''}`],
    fix: changes[0]?.fix ?? '',
    ...at(use.pointer),
  };
};
