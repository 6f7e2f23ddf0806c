import { headerOf } from '../answers/answer.ts';
import { at } from '../at.ts';
import { scopesOf } from '../evidence/credentials/jwt.ts';
import { type Evidence, standing } from '../evidence/evidence.ts';
import { saysSo } from '../evidence/words/read-words.ts';
import type { Rule } from './suspicion.ts';

const CODE =
  /insufficient_scope|missing_scope|SCOPE_INSUFFICIENT|AADSTS65001|insufficient_?permissions?|Authorization_RequestDenied/i;

/** The server knows the credential and refuses this call. */
export const permissionMissing: Rule = (evidence) => {
  const { isAuthFailure, main, own, words, quote, challenges, controls, isGood, alike, side } = evidence;
  if (!isAuthFailure || main === null || own.status === 404) return null;
  if (
    saysSo(words, 'address') !== undefined ||
    saysSo(words, 'blocked') !== undefined ||
    saysSo(words, 'rate-limited') !== undefined
  )
    return null;
  const word = saysSo(words, 'permission-missing');
  if (word === undefined && words.some(({ says, certain }) => certain && ABOUT_CREDENTIAL.has(says))) return null;
  // The credential used here may do it.
  if (word === undefined && side === 'tines') return null;
  const isAnonymous = word !== undefined && /\b(?:anonymous|unauthenticated|guest)\b/i.test(word.quote);
  const wanted =
    challenges.map(({ parameters }) => parameters.get('scope') ?? '').find((scope) => scope !== '') ??
    headerOf(own, 'x-accepted-oauth-scopes') ??
    '';
  const said = word === undefined ? [] : [`the server says ${quote(word.quote)}`];
  const asked = wanted === '' ? [] : [`it asks for the scope ${quote(wanted)}`, ...heldScopes(evidence)];
  const fix = `give the owner of ${main.label} ${wanted === '' ? 'the right to make this call' : `the scope ${quote(wanted)}`}${main.pair === null ? ', then get a new token' : ''}`;
  const base = { weight: 58, stands: true, fix, ...at(main.pointer) };
  if (word !== undefined && !isAnonymous && CODE.test(word.quote))
    return { ...base, confidence: side === 'tines' ? 'likely' : 'confirmed', isSettled: true, evidence: [...said, ...asked] };
  const isSeen = controls.without !== null && !alike(own, controls.without) && !isGood(controls.without);
  if (standing(evidence) === 'known' || (controls.identity !== null && isGood(controls.identity) && isSeen)) {
    const isTold = controls.without?.status === 401 && (controls.wrong === null || controls.wrong.status === 401);
    // An address that is not allowed, or a header that is missing, would look the same: the server has to speak of a right.
    const isSure = side === 'outside' && isSeen && own.status === 403 && isTold && word !== undefined && !hasRivals(evidence);
    const known =
      controls.identity !== null && isGood(controls.identity)
        ? 'the API’s call that says whose credential it is works with it'
        : 'the answer is neither the one without a credential nor the one to a wrong credential: the server knows it';
    if (own.status === 403 || word !== undefined)
      return { ...base, confidence: isSure ? 'confirmed' : 'likely', evidence: [...said, known, ...asked] };
  }
  if (word !== undefined && !isAnonymous)
    return {
      ...base,
      confidence: word.certain || isSeen ? 'likely' : 'possible',
      evidence: [...said, ...(isSeen ? ['without a credential the answer is another one'] : []), ...asked],
    };
  const isSilentPage = !isSeen && /<html/i.test(own.text ?? '');
  if (own.status !== 403 || (isSilentPage && controls.without !== null)) return null;
  // Who gets the same answer by a wrong credential need not be known.
  const isRejected = standing(evidence) === 'rejected';
  // Words about the credential, even if they are said to strangers too, are not about a right.
  const isSpokenOf = saysSo(words, 'credential-rejected') !== undefined;
  return {
    ...base,
    ...(isSpokenOf && !isSeen ? { weight: 40 } : {}),
    confidence: isSeen && !isRejected ? 'likely' : 'possible',
    evidence: [
      '403 means: known, and not allowed (RFC 9110, section 15.5.4)',
      ...(isSeen ? ['without a credential the answer is another one'] : []),
      ...asked,
    ],
  };
};

function heldScopes({ jwt }: Evidence): readonly string[] {
  const scopes = jwt === null ? [] : scopesOf(jwt);
  return scopes.length === 0
    ? []
    : [
        `the token grants ${scopes
          .slice(0, 8)
          .map((scope) => `‹${scope}›`)
          .join(', ')}`,
      ];
}

const ABOUT_CREDENTIAL: ReadonlySet<string> = new Set([
  'credential-rejected',
  'credential-expired',
  'wrong-environment',
  'wrong-audience',
  'unseen',
]);
const OTHERWISE = /\b(?:csrf|xsrf|origin|referer|captcha|signature|nonce|timestamp|content[- ]type|header|user[- ]?agent)\b/i;

/** Whether something else that is not ruled out would look the same. */
function hasRivals({ own, words, messages, input }: Evidence): boolean {
  const isLeftover = input.warnings.some(({ code }) => code === 'leftover-payload');
  return (
    isLeftover ||
    /<html/i.test(own.text ?? '') ||
    messages.some((message) => OTHERWISE.test(message)) ||
    words.some(({ says }) => says !== 'permission-missing')
  );
}
