import { at } from '../at.ts';
import { expectedSchemes, formatFit, spokenSchemes } from '../evidence/credentials/expected-schemes.ts';
import { type Evidence, isLikeWithout } from '../evidence/evidence.ts';
import { saysSo } from '../evidence/words/read-words.ts';
import { carryCredential } from '../experiments/carry-credential.ts';
import type { HostCredential } from '../hosts/host-entry.ts';
import type { Rule } from './suspicion.ts';

// What an API token of Okta looks like; its scheme is SSWS.
const OKTA = /^00[A-Za-z0-9_-]{40}$/;
const UNSUPPORTED: ReadonlySet<string> = new Set(['digest', 'ntlm', 'negotiate', 'kerberos']);

/** What AWS says where it looks for a signature and finds another header (Signature Version 4, troubleshooting). */
const SIGNATURE =
  /\bAuthorization header requires 'Credential' parameter|\bplease use AWS4-HMAC-SHA256\b|\(missing equal-sign\) in Authorization header/i;

/** The server takes another scheme than the one before the credential. */
export const schemeWrong: Rule = (evidence) => {
  const { main, isAuthFailure, host, input, challenges, words, quote, messages } = evidence;
  if (
    // The very same request works outside of Tines.
    evidence.side === 'tines' ||
    main === null ||
    !isAuthFailure ||
    main.name.toLowerCase() !== 'authorization' ||
    main.scheme === '' ||
    /^aws4-/i.test(main.scheme) ||
    main.secret.trim() === ''
  )
    return null;
  const signing = messages.find((message) => SIGNATURE.test(message));
  if (signing !== undefined) return unsigned(signing, evidence);
  const fit = formatFit(evidence);
  const current = main.scheme;
  const expected = expectedSchemes(evidence);
  const raw =
    host?.credentials.some(({ name, scheme }) => name.toLowerCase() === 'authorization' && scheme === '') === true ? [''] : [];
  const isMisread = saysSo(words, 'misread') !== undefined && main.pair === null && evidence.jwt === null;
  const isOther = (scheme: string) => scheme.toLowerCase() !== current.toLowerCase();
  const others = isMisread
    ? ['', ...(OKTA.test(main.secret) ? ['SSWS'] : []), 'Bearer', 'Token', 'SSWS', 'ApiKey'].filter(isOther)
    : [];
  // Who calls the credential invalid may have read the scheme as a part of it.
  const bare =
    fit === 'unknown' &&
    isLikeWithout(evidence) === false &&
    saysSo(words, 'credential-rejected') !== undefined &&
    main.pair === null
      ? ['']
      : [];
  // A scheme of one API's own, where the server tells only that a header is there from that it is not.
  const standard = fit === 'unknown' && isLikeWithout(evidence) === false && isOwn(current) ? ['Bearer'] : [];
  const hinted =
    fit === 'fits'
      ? [
          ...expected.filter((scheme) => !isOther(scheme) && scheme !== current),
          // Of several challenges another one may be meant for this credential; a login is not tried by guess.
          ...expected.filter((scheme) => isOther(scheme) && !isLogin(scheme, evidence) && isPlausible(scheme, evidence)),
          ...others,
        ]
      : [
          ...others,
          ...raw,
          ...standard,
          ...bare,
          ...expected.filter(
            (scheme) => scheme.toLowerCase() !== current.toLowerCase() || scheme !== current || main.separator.includes(':'),
          ),
        ];
  const usual = current.replace(/^(bearer|basic|token)$/i, (word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase());
  // `Bearer: x` is the field's own colon, written again.
  const respaced = main.separator.includes(':') && !hinted.includes(current) ? [current] : [];
  const recased =
    fit !== 'fits' && usual !== current && current.toLowerCase() !== 'token' && !hinted.includes(usual) ? [usual] : [];
  const blindNames =
    fit === 'unknown' && isLikeWithout(evidence) !== false
      ? ['Bearer', 'Token', ''].filter((scheme) => scheme.toLowerCase() !== current.toLowerCase() && !hinted.includes(scheme))
      : [];
  const carry = (scheme: string, isBlind: boolean) => {
    const known = host?.credentials.find(
      (credential) => credential.scheme === scheme && credential.name.toLowerCase() === 'authorization',
    );
    return (
      carryCredential(
        { claims: 'scheme-wrong', request: input.request, use: main, isBlind },
        { place: 'header', name: main.name, scheme, pair: known?.pair, before: known?.before ?? spokenBefore(scheme, messages) },
      ) ?? []
    );
  };
  const changes = [
    ...[...new Set([...respaced, ...recased, ...hinted])].flatMap((scheme) => carry(scheme, false)),
    ...blindNames.flatMap((scheme) => carry(scheme, true)),
  ];
  const unsupported = challenges.length > 0 && challenges.every(({ scheme }) => UNSUPPORTED.has(scheme.toLowerCase()));
  // Who tells strangers a scheme, and this caller the same, asks for it as a challenge does.
  const told = fit === 'unknown' && isLikeWithout(evidence) === true ? spokenSchemes(messages) : [];
  const asked = told.some((scheme) => !isOther(scheme))
    ? []
    : (fit === 'misfits' ? [...raw, ...expected] : told).filter((scheme) => isOther(scheme));
  if (changes.length === 0 && !unsupported && asked.length === 0) return null;
  // Who says that the credential is wrong has read it.
  const isRead = isLikeWithout(evidence) === false && saysSo(words, 'credential-rejected')?.certain === true;
  const isAsked = (unsupported || asked.length > 0) && !isRead;
  const wanted = asked[0] ?? challenges[0]?.scheme ?? '';
  // A registry names the place that gives tokens for a user and a password (Distribution, token authentication).
  const issuer = challenges
    .find(({ parameters }) => parameters.has('service') && URL.canParse(parameters.get('realm') ?? ''))
    ?.parameters.get('realm');
  return {
    confidence: isAsked ? 'likely' : 'possible',
    weight: isAsked || hinted.length > 0 || respaced.length > 0 || recased.length > 0 ? 86 : 40,
    stands: isAsked,
    changes,
    evidence: isAsked
      ? [
          `the action sends ‹${current}›, and ${challenges.length > 0 || told.length > 0 ? 'the server asks for' : `${host?.name ?? 'the API'} takes`} ${wanted === '' ? 'the credential alone' : `‹${unsupported ? challenges.map(({ scheme }) => scheme).join(', ') : wanted}›`}`,
        ]
      : [],
    fix: unsupported
      ? `use another way to authenticate: an HTTP Request action cannot answer a ‹${wanted}› challenge`
      : issuer !== undefined && main.pair !== null
        ? `get a token first: GET ${quote(issuer)} with ${main.label} in basic_auth, and write "Bearer <<its token>>" in the Authorization header`
        : wanted.toLowerCase() === 'basic'
          ? `set the option basic_auth to ["user", "${main.pill}"], and remove the Authorization header`
          : `write "${wanted === '' ? '' : `${wanted} `}${main.pill}" in the Authorization header`,
    ...at(main.pointer),
  };
};

/** What a text tells to write between the scheme and the credential: `Token token=…`. */
function spokenBefore(scheme: string, messages: readonly string[]): string | undefined {
  for (const message of messages) {
    const [, spoken = '', before = ''] = /\b(Token|Bearer|ApiKey|OAuth) ((?:api[_-]?)?(?:token|key)=)/i.exec(message) ?? [];
    if (before !== '' && spoken.toLowerCase() === scheme.toLowerCase()) return before;
  }
  return undefined;
}

function isOwn(scheme: string): boolean {
  return !/^(?:bearer|basic|digest|negotiate|ntlm)$/i.test(scheme);
}

/** A signature of the whole request is asked for: no other way to write this credential would do. */
function unsigned(said: string, { main, quote }: Evidence): ReturnType<Rule> {
  return {
    confidence: 'likely',
    weight: 90,
    stands: true,
    isSettled: true,
    evidence: [
      `the action sends ‹${main?.scheme ?? ''}›, and the server looks for a signature of AWS (AWS4-HMAC-SHA256)`,
      `the server says ${quote(said)}`,
    ],
    fix: 'write "<<CREDENTIAL.name>>" alone in the Authorization header, with a credential of the type AWS: Tines signs the request with it; if the API takes tokens, check the path: API Gateway says the same of an address that it does not serve',
    ...at(main?.pointer),
  };
}

/** Whether a scheme takes a user and a password; the Basic of an API that takes a token in it does not. */
function isLogin(scheme: string, { host }: Evidence): boolean {
  const isToken = host?.credentials.some((way) => way.scheme.toLowerCase() === 'basic' && way.pair !== undefined) === true;
  return scheme.toLowerCase() === 'basic' && !isToken;
}

/** Whether a scheme may be meant for this credential: the server names it, or the API's credentials of that scheme may begin like this one. */
function isPlausible(scheme: string, { challenges, host, main }: Evidence): boolean {
  const isNamed = challenges.some((challenge) => challenge.scheme.toLowerCase() === scheme.toLowerCase());
  const ways = (host?.credentials ?? []).filter((way) => way.scheme.toLowerCase() === scheme.toLowerCase());
  const secret = main?.pair?.password || main?.pair?.user || main?.secret || '';
  const fits = ({ prefixes }: HostCredential) => prefixes.length === 0 || prefixes.some((prefix) => secret.startsWith(prefix));
  const isFit = (host?.credentials ?? []).some((way) => way.scheme.toLowerCase() === main?.scheme.toLowerCase() && fits(way));
  return isNamed || ways.length === 0 || ways.some(fits) || !isFit;
}
