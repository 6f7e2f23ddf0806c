import { at } from '../at.ts';
import { decodeBase64 } from '../evidence/credentials/decode-base64.ts';
import { readPair } from '../evidence/credentials/find-credentials.ts';
import { encodedBasic } from '../experiments/carry-credential.ts';
import { rewriteCredential } from '../experiments/rewrite-credential.ts';
import { joinTexts, replaceValue } from '../working/slice-text.ts';
import type { Rule } from './suspicion.ts';

/** The base64 after `Basic` stands for a text without a colon, so that it is no pair of user and password. */
export const basicNoColon: Rule = ({ uses, isAuthFailure, input, host }) => {
  const use = uses.find(
    ({ place, scheme, pair, secret }) =>
      place === 'header' &&
      scheme.toLowerCase() === 'basic' &&
      pair === null &&
      decodeBase64(secret) !== null &&
      readPair(decodeBase64(secret)?.trim() ?? '') === null,
  );
  const decoded = use === undefined ? null : decodeBase64(use.secret);
  if (use === undefined || decoded === null || !isAuthFailure) return null;
  const plain = replaceValue(use.secretText, 'decoded', decoded.trim());
  const encoded = encodedBasic(joinTexts(use.secretText));
  const known = host?.credentials.flatMap(({ pair }) => (pair === undefined ? [] : [pair])) ?? [];
  const changes = [...new Set([...known, '*:', ':*'])].map((pair) => {
    const [before = '', after = ''] = pair.split('*');
    const formula = [before === '' ? '' : `"${before}" & `, use.expression, after === '' ? '' : ` & "${after}"`].join('');
    return rewriteCredential(
      { claims: 'basic-no-colon', request: input.request, use },
      {
        name: `with a colon ${before.endsWith(':') ? 'before' : 'after'} the credential, in base64`,
        value: joinTexts(`${use.scheme} `, encodedBasic(joinTexts(before, plain, after))),
        fix: `write "Basic <<BASE64_ENCODE(${formula})>>" in the ${use.name} header, with the plain credential, or use the option basic_auth`,
      },
    );
  });
  // A raw key may happen to look like base64.
  const raw = ['*:', ':*']
    .map((pair) => pair.split('*'))
    .map(([before = '', after = '']) =>
      rewriteCredential(
        { claims: 'basic-not-encoded', request: input.request, use },
        {
          name: `with the value as it is and a colon ${before === '' ? 'after' : 'before'} it, in base64`,
          value: joinTexts(`${use.scheme} `, encodedBasic(joinTexts(before, use.secretText, after))),
          fix: `write "Basic <<BASE64_ENCODE(${before === '' ? '' : '":" & '}${use.expression}${after === '' ? '' : ' & ":"'})>>" in the ${use.name} header`,
        },
      ),
    );
  return {
    confidence: 'likely',
    weight: 93,
    stands: true,
    changes: encoded.length === 0 ? changes : [...changes, ...raw.slice(0, 1)],
    evidence: [`what stands after ‹Basic › in ${use.name} decodes to a text without a colon`],
    fix: changes[0]?.fix ?? '',
    ...at(use.pointer),
  };
};
