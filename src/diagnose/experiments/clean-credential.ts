import type { RequestSpec } from '../../model/request-spec.ts';
import type { CauseCode } from '../../model/verdict.ts';
import type { CredentialUse } from '../evidence/credentials/credential-use.ts';
import { joinTexts, replaceValue } from '../working/slice-text.ts';
import { encodedBasic } from './carry-credential.ts';
import type { Change } from './change.ts';
import { rewriteCredential, underScheme } from './rewrite-credential.ts';

interface Cleaning {
  readonly claims: CauseCode;
  readonly request: RequestSpec;
  readonly use: CredentialUse;
  readonly name: string;
  /** How the action would do it. */
  readonly formula: (expression: string) => string;
}

/** The credential after `clean`, which is applied to both sides of a Basic pair; null where nothing changes or the place cannot be rewritten. */
export function cleanCredential(
  { claims, request, use, name, formula }: Cleaning,
  clean: (text: string) => string,
): Change | null {
  if (use.place !== 'header' && use.place !== 'query') return null;
  const value = use.pair === null ? cleanText(use, clean) : cleanPair(use, clean);
  if (value === null) return null;
  const where = use.place === 'header' ? `the ${use.name} header` : `the query parameter ${use.name}`;
  const scheme = use.scheme === '' ? '' : `${use.scheme} `;
  const fix =
    use.option === 'basic_auth'
      ? `clean the user and the password in basic_auth: <<${formula(use.expression)}>>`
      : `write "${scheme}<<${formula(use.expression)}>>" in ${where}`;
  return rewriteCredential({ claims, request, use }, { name, value, fix });
}

function cleanText(use: CredentialUse, clean: (text: string) => string) {
  const cleaned = clean(use.secret);
  const isSpaced = use.separator !== '' && use.separator !== ' ' && !use.separator.includes(':') && clean(' ') === '';
  if (cleaned === '' || (cleaned === use.secret && !isSpaced)) return null;
  return underScheme(use, cleaned === use.secret ? use.secretText : replaceValue(use.secretText, 'clean', cleaned));
}

function cleanPair(use: CredentialUse, clean: (text: string) => string) {
  if (use.pair === null) return null;
  const { user, password } = use.pair;
  const cleaned = { user: clean(user), password: clean(password) };
  if (cleaned.user === user && cleaned.password === password) return null;
  return joinTexts(`${use.scheme} `, encodedBasic(replaceValue(use.secretText, 'clean', `${cleaned.user}:${cleaned.password}`)));
}
