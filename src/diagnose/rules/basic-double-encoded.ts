import { at } from '../at.ts';
import { decodeBase64 } from '../evidence/credentials/decode-base64.ts';
import { readPair } from '../evidence/credentials/find-credentials.ts';
import { rewriteCredential } from '../experiments/rewrite-credential.ts';
import { joinTexts, replaceValue } from '../working/slice-text.ts';
import type { Rule } from './suspicion.ts';

/** The pair is encoded twice: base64 of base64. */
export const basicDoubleEncoded: Rule = ({ uses, isAuthFailure, input }) => {
  const use = uses.find(
    ({ place, scheme, pair, secret }) =>
      place === 'header' &&
      scheme.toLowerCase() === 'basic' &&
      pair === null &&
      readPair(decodeBase64(secret)?.trim() ?? '') !== null,
  );
  const inner = use === undefined ? null : (decodeBase64(use.secret)?.trim() ?? null);
  if (use === undefined || inner === null || !isAuthFailure) return null;
  const encodedTwice = use.secretText.flatMap((piece) =>
    typeof piece !== 'string' && piece.encodings.at(-1) === 'base64'
      ? [{ ...piece, encodings: piece.encodings.slice(0, -1) }]
      : [],
  );
  const once =
    encodedTwice.length === 1 && use.secretText.length === 1 ? encodedTwice : replaceValue(use.secretText, 'decoded', inner);
  const reference = use.secretText.flatMap((piece) => (typeof piece === 'string' ? [] : piece.from))[0] ?? 'CREDENTIAL.name';
  const fix =
    use.option === 'basic_auth'
      ? 'put the plain user and password into basic_auth: Tines encodes them itself'
      : `write "Basic <<${reference}>>" in the ${use.name} header: the value is encoded already`;
  const change = rewriteCredential(
    { claims: 'basic-double-encoded', request: input.request, use },
    { name: 'with the pair encoded once', value: joinTexts(`${use.scheme} `, once), fix },
  );
  return {
    confidence: 'likely',
    weight: 94,
    stands: true,
    changes: [change],
    evidence: [`what stands after ‹Basic › in ${use.name} is base64 of base64`],
    fix,
    ...at(use.pointer),
  };
};
