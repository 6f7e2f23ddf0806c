import type { RequestSpec } from '../../model/request-spec.ts';
import type { Text } from '../../model/text.ts';
import type { CauseCode } from '../../model/verdict.ts';
import { withHeader } from '../edit-request.ts';
import type { CredentialUse } from '../evidence/credentials/credential-use.ts';
import { readPair } from '../evidence/credentials/find-credentials.ts';
import { pillOf } from '../evidence/credentials/pill-of.ts';
import { joinTexts, replaceValue } from '../working/slice-text.ts';
import type { Change } from './change.ts';
import { replaceParameter } from './replace-parameter.ts';
import { withoutUse } from './without-credential.ts';

/** Where a credential could go. */
export interface Target {
  readonly place: 'header' | 'query';
  readonly name: string;
  readonly scheme: string;
  /** For Basic: `*:` and the like, `*` for the credential. */
  readonly pair?: string | undefined;
  /** What stands right before the credential, behind the scheme: `token=`. */
  readonly before?: string | undefined;
}

interface Carrying {
  readonly claims: CauseCode;
  readonly request: RequestSpec;
  readonly use: CredentialUse;
  readonly isBlind: boolean;
}

/** The same credential in another place or under another scheme; null where it cannot be written there (Basic needs a pair). */
export function carryCredential({ claims, request, use, isBlind }: Carrying, target: Target): Change | null {
  const bare = bareCredential(use);
  const written = target.scheme.toLowerCase() === 'basic' ? asBasic(use, target.pair) : { text: bare.text, pill: bare.pill };
  if (written === null || written.text.length === 0) return null;
  const before = `${target.scheme === '' ? '' : `${target.scheme} `}${target.before ?? ''}`;
  const isSamePlace = target.place === use.place && target.name.toLowerCase() === use.name.toLowerCase();
  const base = isSamePlace ? request : withoutUse(request, use);
  const changed =
    target.place === 'header'
      ? withHeader(base, target.name, joinTexts(before, written.text))
      : replaceParameter(base, target.name, formEncoded(joinTexts(before, written.text), use));
  const name = isSamePlace
    ? before === ''
      ? 'without a scheme before the credential'
      : `with ‹${before}› before the credential`
    : `with the credential in the ${target.place === 'header' ? 'header' : 'query parameter'} ‹${target.name}›${before === '' ? '' : ` after ‹${before}›`}`;
  const fix =
    target.place === 'header'
      ? `write "${before}${written.pill}" in the ${target.name} header`
      : `send the credential as the query parameter ${target.name}: "${written.pill}"`;
  const elsewhere = isSamePlace
    ? ''
    : `, and take it out of ${use.place === 'header' ? `the ${use.name} header` : `the query parameter ${use.name}`}`;
  return {
    claims,
    name,
    request: changed,
    touchesCredential: true,
    isBlind,
    fix: `${fix}${elsewhere}`,
    ...(use.pointer === undefined ? {} : { pointer: use.pointer }),
  };
}

interface Written {
  readonly text: Text;
  readonly pill: string;
}

/** The credential alone: of a Basic pair its password, or its user where there is no password. */
function bareCredential(use: CredentialUse): Written {
  if (use.pair === null) return { text: use.secretText, pill: use.pill };
  const composed = use.secretText.flatMap((piece) => (typeof piece === 'string' ? [] : (piece.of ?? [])));
  const variables = composed.filter((piece) => typeof piece !== 'string');
  if (variables.length === 1) return { text: variables, pill: pillOf(variables).pill };
  const value = use.pair.password === '' ? use.pair.user : use.pair.password;
  return { text: replaceValue(use.secretText, 'password', value), pill: use.pill };
}

/** The credential as Basic takes it: a pair stays one, text with a colon is encoded, anything else needs `pair`. */
function asBasic(use: CredentialUse, pair?: string): Written | null {
  const { secret, secretText, expression } = use;
  if (readPair(secret) !== null && pair === undefined) return { text: secretText, pill: use.pill };
  if (pair === undefined && !secret.includes(':')) return null;
  const [before = '', after = ''] = (pair ?? '*').split('*');
  const formula = [before === '' ? '' : `"${before}" & `, expression, after === '' ? '' : ` & "${after}"`].join('');
  const composed = joinTexts(before, secretText, after);
  return { text: encodedBasic(composed), pill: `<<BASE64_ENCODE(${formula})>>` };
}

/** Text in base64: one variable where it holds any, since the base64 of parts is not that of the whole. */
export function encodedBasic(text: Text): Text {
  const variables = text.filter((piece) => typeof piece !== 'string');
  const [first] = variables;
  if (first === undefined) return [Buffer.from(text.join(''), 'utf8').toString('base64')];
  const from = [...new Set(variables.flatMap((variable) => variable.from))];
  return [{ name: `${first.name}_pair`, from, encodings: ['base64'], of: text }];
}

function formEncoded(text: Text, use: CredentialUse): Text {
  if (use.place === 'query') return text;
  return text.map((piece) =>
    typeof piece === 'string' ? encodeURIComponent(piece) : { ...piece, encodings: [...piece.encodings, 'form' as const] },
  );
}
