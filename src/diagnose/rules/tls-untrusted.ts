import { at } from '../at.ts';
import { optionPointer } from '../evidence/credentials/option-text.ts';
import { withoutVerification } from '../experiments/without-verification.ts';
import type { Rule } from './suspicion.ts';

const UNTRUSTED =
  /self[- ]?signed|unable to (?:get|verify)|issuer|verif(?:y|ication)|untrusted|unknown ca\b|not trusted|certificate has expired|CERT_|does(?:n't| not) match|hostname|altnames|no alternative certificate|chain/i;
// What a certificate's check says, as curl numbers it (curl manual, exit codes).
const CODES = /^curl (?:51|60|83|90|91)$/;

/** The server's certificate is not trusted: its authority is unknown, it has expired, or it is for another name. */
export const tlsUntrusted: Rule = (evidence) => {
  const { own, input } = evidence;
  if (
    own.error?.kind !== 'tls' ||
    !(CODES.test(own.error.code) || UNTRUSTED.test(`${own.error.code} ${own.error.message}`)) ||
    /certificate required|alert (?:number )?(?:116|42|40)\b/i.test(own.error.message)
  )
    return null;
  const fix =
    'add the authority of the server’s certificate to Tines (custom_certificate_authority_name), or have the server send its whole chain';
  const pointer = optionPointer(input.action, ['url']);
  return {
    confidence: 'likely',
    weight: 95,
    stands: true,
    fix,
    ...at(pointer),
    evidence: [`${own.error.code}: ${evidence.quote(own.error.message)}`],
    changes: [
      {
        claims: 'tls-untrusted',
        name: 'without the check of the certificate, and without a credential',
        request: withoutVerification(input.request, evidence.uses),
        touchesCredential: false,
        isBlind: false,
        isProvedByAnyAnswer: true,
        fix,
        ...at(pointer),
      },
    ],
  };
};
