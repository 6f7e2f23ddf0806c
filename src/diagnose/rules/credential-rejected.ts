import { at } from '../at.ts';
import { formatFit } from '../evidence/credentials/expected-schemes.ts';
import { signatureMismatch } from '../evidence/credentials/signature-mismatch.ts';
import { type Evidence, isLikeWithout, standing } from '../evidence/evidence.ts';
import { errorUnderSuccess, LOGIN_PAGE } from '../evidence/words/error-under-success.ts';
import { isLoginAddress } from '../evidence/words/is-login-page.ts';
import { saysSo } from '../evidence/words/read-words.ts';
import type { ServerWord } from '../evidence/words/server-word.ts';
import type { Rule } from './suspicion.ts';

/** The server sees the credential and does not accept it: revoked, rotated, mistyped, of another environment. */
export const credentialRejected: Rule = (evidence) => {
  const { isAuthFailure, main, controls, own, words, isGood, quote, side, alike, jwt, trials } = evidence;
  if (!isAuthFailure || main === null || main.secret.trim() === '' || own.status === 404) return null;
  if (side === 'tines') return inTines(evidence);
  const mismatch = signatureMismatch(own);
  if (mismatch !== null && mismatch.differs !== 'query' && mismatch.differs !== 'path') {
    return {
      confidence: mismatch.differs === 'nothing' ? 'likely' : 'possible',
      weight: 90,
      stands: true,
      // A signature is of this request alone: no change of it, and no other place, could work.
      isSettled: true,
      evidence: ['the server computes another signature', quote(mismatch.text)],
      fix: `check the secret access key of ${main.label}, and that it belongs to the access key`,
      ...at(main.pointer),
    };
  }
  const word = saysSo(words, 'credential-rejected') ?? unknownUser(evidence);
  const fit = formatFit(evidence);
  const stands = standing(evidence);
  const { without, wrong, identity } = controls;
  const said = word === undefined ? [] : [`the server says ${quote(word.quote)}`];
  const fix = `put a valid value into ${main.label}: look whether it was revoked or rotated, copied whole, and made for this environment${otherRegions(evidence)}`;
  const base = { weight: 45, stands: true, fix, ...at(main.pointer) };
  if (without !== null && isGood(without)) {
    const isLike = wrong !== null && alike(own, wrong);
    return {
      ...base,
      // A server that is open to all may refuse every credential that it cannot read: only its own word tells these apart.
      confidence: isLike && fit === 'fits' && word?.certain === true ? 'confirmed' : 'likely',
      evidence: [
        ...said,
        'without a credential the same request works, so this credential is what is refused',
        ...(isLike ? ['a wrong credential gets the same answer'] : []),
      ],
    };
  }
  // 400 is about the request unless the server says more.
  if (own.status === 400 && word === undefined) return null;
  if (stands === 'rejected') {
    // What the server cannot read may be good in another form.
    const isRead = saysSo(words, 'misread') === undefined;
    // Another issuer, audience or tenant would look like a broken signature.
    const isToldWhole = word?.certain === true && (jwt === null || /\brevoked\b|\bsignature\b/i.test(word.quote));
    const isDecided = jwt === null && fit === 'fits' && own.status !== 403;
    // A server that takes the credential alone reads the scheme as a part of it, and calls that invalid.
    const isBareTried = trials.some(
      ({ change, answer }) =>
        change.claims === 'scheme-wrong' && (alike(answer, own) || (without !== null && alike(answer, without))),
    );
    const isSure =
      isRead &&
      !words.some(({ says }) => RIVALS.has(says)) &&
      (isDecided || (isToldWhole && (fit === 'fits' || (fit === 'unknown' && isBareTried))));
    return {
      ...base,
      // An address, a limit or a firewall is in the way of every credential.
      confidence: isSure ? 'confirmed' : word === undefined && isStopped(evidence) ? 'possible' : 'likely',
      evidence: [
        ...said,
        'a wrong credential of the same shape gets the same answer',
        'without a credential the answer is another one',
      ],
    };
  }
  if (identity !== null && isGood(identity)) return null;
  if (stands === 'known' || (own.status === 403 && word === undefined)) {
    if (own.status !== 401) return null;
    // 401 is about the credential (RFC 9110, section 15.5.2), whatever else is said.
    const own401 = evidence.messages.slice(0, 1).map((message) => `the server says ${quote(message)}`);
    return { ...base, confidence: word === undefined ? 'possible' : 'likely', evidence: word === undefined ? own401 : said };
  }
  const isDifferent = without !== null && !alike(own, without);
  const seen = isDifferent ? ['without a credential the answer is another one'] : [];
  // “Not authorised” beside “not an administrator” or “only from localhost” is about that, not about the credential.
  const isOutspoken =
    word?.certain !== true && (saysSo(words, 'permission-missing')?.certain === true || saysSo(words, 'address') !== undefined);
  // What is said to everybody is not said of this credential.
  const isSaidToAll = isLikeWithout(evidence) === true && word?.certain !== true;
  // AWS names the access key that it does not know (API reference, Common Errors).
  if (word !== undefined && UNKNOWN_KEY.test(word.quote))
    return { ...base, confidence: 'confirmed', evidence: [...said, ...seen] };
  if (word !== undefined && !isSaidToAll)
    return {
      ...base,
      // Who says so of this credential alone has read it, whatever else the server asks for.
      confidence: (fit === 'misfits' && !(isDifferent && word.certain)) || isOutspoken ? 'possible' : 'likely',
      evidence: [...said, ...seen],
    };
  const silent =
    stands === 'silent'
      ? ['the server answers alike without a credential, with a wrong one and with this one, so it does not say which it is']
      : [];
  if (fit === 'fits')
    return {
      ...base,
      confidence: 'likely',
      evidence: [
        `the credential is sent the way that the server asks for${main.pair === null ? '' : ', as a well-formed pair'}`,
        ...seen,
        ...silent,
      ],
    };
  return {
    ...base,
    confidence: 'possible',
    evidence: [...(own.status !== null && own.status < 400 ? sentToLogin(evidence) : []), ...seen, ...silent],
  };
};

/** That the server sends on to a page to sign in with, as to a stranger. */
function sentToLogin({ own, host, url, quote }: Evidence): readonly string[] {
  if (errorUnderSuccess(own, host) === LOGIN_PAGE && own.hops.length < 2)
    return ['the server answers with a page to sign in with'];
  const addresses = own.hops.flatMap(({ received }) => received.headers.filter(([name]) => name.toLowerCase() === 'location'));
  const location = addresses.map(([, value]) => value).find((value) => isLoginAddress(value, url.href)) ?? addresses[0]?.[1];
  if (location === undefined || !URL.canParse(location, url.href)) return [];
  const { origin, pathname } = new URL(location, url.href);
  return [`the server redirects to ${quote(`${origin === url.origin ? '' : origin}${pathname}`)}, to sign in`];
}

// Said beside it, each of them may be why a credential is refused that is good elsewhere.
const RIVALS: ReadonlySet<string> = new Set(['address', 'blocked', 'rate-limited', 'permission-missing', 'client-header']);

function isStopped({ words }: Evidence): boolean {
  return words.some(({ says }) => says === 'address' || says === 'blocked' || says === 'rate-limited');
}

const UNKNOWN_KEY = /^(?:InvalidAccessKeyId|InvalidClientTokenId)$/;

const UNKNOWN_USER = /\b(?:user|account|subject|principal|client)\b[^.]{0,20}\b(?:not found|unknown|does(?:n't| not) exist)\b/i;

// Under another status it may be what is asked for that is not found.
function unknownUser({ own, messages }: Evidence): ServerWord | undefined {
  const quote = own.status === 401 ? messages.find((message) => UNKNOWN_USER.test(message)) : undefined;
  return quote === undefined ? undefined : { says: 'credential-rejected', certain: false, quote };
}

function otherRegions({ host, url }: Evidence): string {
  const others = (host?.regions ?? []).filter((region) => region !== url.hostname);
  return others.length === 0 ? '' : ` (${host?.name} also answers at ${others.map((region) => `‹${region}›`).join(', ')})`;
}

function inTines({ main, own, controls, alike, words }: Evidence): ReturnType<Rule> {
  if (main === null) return null;
  const { without, wrong } = controls;
  const fix = `compare ${main.label} in Tines with the value used here: it is another one, or it has expired there`;
  const word = saysSo(words, 'credential-rejected');
  const isLike = wrong !== null && alike(own, wrong);
  const isToldApart = without !== null && !alike(own, without);
  if (isLike && isToldApart)
    return {
      confidence: 'likely',
      weight: 80,
      evidence: ['a wrong credential gets the answer that Tines got', 'the credential used here works'],
      fix,
      ...at(main.pointer),
    };
  if (own.status !== 401 && word === undefined) return null;
  return {
    confidence: word !== undefined && isToldApart ? 'likely' : 'possible',
    weight: 50,
    evidence: ['the credential used here works, and Tines got an answer about the credential'],
    fix,
    ...at(main.pointer),
  };
}
