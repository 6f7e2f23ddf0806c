import type { Answer } from '../answers/answer.ts';
import { headerOf } from '../answers/answer.ts';
import { answersAlike } from '../answers/answers-alike.ts';
import { isSuccessStatus } from '../answers/is-success.ts';
import type { DiagnosisInput } from '../diagnosis-input.ts';
import type { HostEntry } from '../hosts/host-entry.ts';
import { findHost, hostEntries } from '../hosts/index.ts';
import { matchesHost } from '../hosts/matches-host.ts';
import { readChallenges } from './challenge.ts';
import type { CredentialUse } from './credentials/credential-use.ts';
import { findCredentials } from './credentials/find-credentials.ts';
import { readJwt } from './credentials/jwt.ts';
import type { Evidence } from './evidence.ts';
import { readRateLimit } from './rate-limit.ts';
import { collectMessages } from './words/collect-messages.ts';
import { errorUnderSuccess, isErrorByWords, LOGIN_PAGE } from './words/error-under-success.ts';
import { isLoginAddress } from './words/is-login-page.ts';
import { isServerPage } from './words/is-server-page.ts';
import { namedPlaces } from './words/named-places.ts';
import { quoteSafely, secretsOf } from './words/quote-safely.ts';
import { readWords } from './words/read-words.ts';
import { withoutEchoes } from './words/without-echoes.ts';
import { isSoapFault } from './words/xml-error.ts';

/** What is known of a failing answer before anything is tried. */
export function gatherEvidence(input: DiagnosisInput, own: Answer, side: Evidence['side']): Evidence {
  const uses = findCredentials({ action: input.action, request: input.request, reveal: input.reveal });
  const main = uses.find(({ place }) => place === 'header' || place === 'query') ?? uses[0] ?? null;
  const url = new URL(input.reveal(input.request.url));
  const host = knownHost(input, url, own);
  const messages = withoutEchoes(collectMessages(own), input);
  const challenges = readChallenges(headerOf(own, 'www-authenticate') ?? '');
  const isVague = isOwnFailure(own) || isErrorByWords(own, host);
  const words = readWords({ messages, challenges, host }).map((word) => (isVague ? { ...word, certain: false } : word));
  const secrets = secretsOf(input, uses);
  // Who sends a credential does not ask for a page to sign in with.
  const isPage = main === null && /<html/i.test(own.text ?? '');
  const isGood = (answer: Answer): boolean => isGoodAnswer(answer, { input, host, isPage });
  return {
    input,
    side,
    own,
    url,
    uses,
    main,
    host,
    messages,
    asked: { challenges: [], messages: [] },
    challenges,
    words,
    jwt: main === null ? null : readJwt(main.secret),
    limit: readRateLimit(own),
    leavesOrigin: own.hops.some(({ sent }) => URL.canParse(sent.url) && new URL(sent.url).origin !== url.origin),
    isAuthFailure: isAboutAuthentication(own, { words, messages, host, main }),
    controls: { without: null, wrong: null, identity: null },
    trials: [],
    mended: [],
    again: 'the action’s own request again',
    quote: (text) => quoteSafely(text, secrets),
    isGood,
    alike: (left, right) => answersAlike(left, right, secrets),
  };
}

type Said = Pick<Evidence, 'words' | 'messages' | 'host' | 'main'>;

function isAboutAuthentication(own: Answer, { words, messages, host, main }: Said): boolean {
  if (own.status === 401 || own.status === 403 || own.status === 407) return true;
  if (own.status === 400 && main !== null && isMalformed(main) && isWordless(own)) return true;
  if (
    own.status === 400 &&
    (headerOf(own, 'www-authenticate') !== null ||
      messages.some((message) => ABOUT.test(message)) ||
      namedPlaces(messages).length > 0)
  )
    return true;
  const error = errorUnderSuccess(own, host);
  if (error === LOGIN_PAGE || leadsToLogin(own)) return true;
  // A check of the whole request may be what looks for the credential, too.
  if ((own.status === 422 || error !== null) && namedPlaces(messages).some(isForCredential)) return true;
  // flask-jwt-extended says so of a token that it cannot read.
  const isUnread = own.status === 422 && main !== null && readJwt(main.secret) !== null;
  if (own.status === null || (own.status >= 400 && !SPEAKING.has(own.status) && !isUnread)) return false;
  if (own.status < 400 && error === null) return false;
  return words.some(({ says }) => AUTHENTICATION.has(says));
}

// A page token, and the key of a record, are in the query too.
function isForCredential({ place, name }: ReturnType<typeof namedPlaces>[number]): boolean {
  return place === 'header' || /^(?:(?:api|access|auth|app|subscription)[-_]?(?:key|token)|token)$/i.test(name);
}

/** Statuses that say nothing of a credential, where the words may. */
const SPEAKING: ReadonlySet<number> = new Set([400, 404, 406, 500]);

/**
 * A status of 500 with words of its own may be about another service that refuses the server, and 422 about what the body holds. A fault of SOAP is always
 * sent under a 500 (SOAP 1.1, section 6.2).
 */
function isOwnFailure({ status, text }: Answer): boolean {
  return status === 422 || (status !== null && status >= 500 && !isSoapFault(text ?? ''));
}

/** A redirect that was not followed, to a page to sign in with. */
function leadsToLogin(own: Answer): boolean {
  const location = own.status !== null && own.status >= 300 && own.status < 400 ? headerOf(own, 'location') : null;
  const base = own.hops.at(-1)?.sent.url;
  return location !== null && base !== undefined && isLoginAddress(location, base);
}

// Some servers answer 400, and nothing more, to an Authorization header that they cannot read.
function isMalformed({ place, name, scheme, separator, pair, secret }: CredentialUse): boolean {
  const isAuthorization = place === 'header' && name.toLowerCase() === 'authorization';
  if (!isAuthorization) return false;
  if (separator !== ' ') return true;
  // What Basic takes (RFC 7617, section 2), and Bearer (RFC 6750, section 2.1).
  if (scheme.toLowerCase() === 'basic') return pair === null || secret.length % 4 !== 0 || /[^A-Za-z0-9+/=]/.test(secret);
  return scheme.toLowerCase() !== 'bearer' || !/^[\w\-.~+/]+=*$/.test(secret);
}

function isWordless(own: Answer): boolean {
  return (own.text ?? '').trim() === '' || isServerPage(own);
}

const ABOUT = /\bauthorization header\b|\bbearer\b|\bbasic (?:auth|credential)|\bapi[- ]?key\b|\bcredentials\b|\bauthenticat/i;

const AUTHENTICATION: ReadonlySet<string> = new Set([
  'unseen',
  'credential-rejected',
  'credential-expired',
  'credential-not-yet-valid',
  'clock-skew',
  'permission-missing',
  'wrong-audience',
  'wrong-environment',
]);

interface Goodness {
  readonly input: DiagnosisInput;
  readonly host: HostEntry | null;
  /** Whether a page with a password field may be what the action asks for. */
  readonly isPage: boolean;
}

function isGoodAnswer(answer: Answer, { input, host, isPage }: Goodness): boolean {
  const { status } = answer;
  if (status === null || !isSuccessStatus(status, input.success)) return false;
  // A redirect that was not followed says nothing of where it leads.
  if (status >= 300 && status < 400 && status !== 304 && input.request.policy.redirects.follow) return false;
  const error = errorUnderSuccess(answer, host);
  return error === null || (isPage && error === LOGIN_PAGE);
}

function knownHost(input: DiagnosisInput, url: URL, own: Answer): HostEntry | null {
  const entries = input.hosts ?? hostEntries;
  const byName =
    input.hosts === undefined ? findHost(url.href) : (entries.find((entry) => matchesHost(url.hostname, entry.hosts)) ?? null);
  if (byName !== null) return byName;
  return (
    entries.find(
      ({ answers = [] }) =>
        answers.length > 0 && answers.every(({ header, pattern }) => new RegExp(pattern, 'i').test(headerOf(own, header) ?? '')),
    ) ?? null
  );
}
