import { matchesHost } from '../../hosts/matches-host.ts';
import type { Evidence } from '../evidence.ts';
import type { CredentialUse } from './credential-use.ts';
import { readPair } from './find-credentials.ts';
import { scopesOf } from './jwt.ts';

const SPOKEN =
  /\b(Bearer|Token|SSWS|ApiKey|GenieKey|JWT|Basic|OAuth|Splunk)\b["'’]?\s*(?:<|\{|\[|\$|…|\.\.\.|(?:auth\w*|access|api)?\s?(?:token|prefix|scheme|header|key|credential)s?\b|auth(?:entication|orization)?\b|YOUR[_ ])/;
const NOT_SCHEMES: ReadonlySet<string> = new Set([
  'negotiate',
  'ntlm',
  'digest',
  'hoba',
  'mutual',
  'kerberos',
  'cookie',
  'form',
  'xbasic',
  'apikey realm',
  'private',
  'anonymous',
]);

/** The schemes that the server asks for: by its challenge, by what is known of the API, by its words, then by the shape of the credential. */
export function expectedSchemes({
  challenges,
  host,
  messages,
  asked,
  jwt,
  main,
}: Pick<Evidence, 'challenges' | 'host' | 'messages' | 'asked' | 'jwt' | 'main'>): readonly string[] {
  const challenged = [...challenges, ...asked.challenges]
    .map(({ scheme }) => scheme)
    .filter((scheme) => !NOT_SCHEMES.has(scheme.toLowerCase()));
  const known = (host?.credentials ?? [])
    .filter(({ place, name }) => place === 'header' && name.toLowerCase() === 'authorization')
    .map(({ scheme }) => scheme)
    .filter((scheme) => scheme !== '');
  const spoken = spokenSchemes([...messages, ...asked.messages]);
  const shaped =
    jwt !== null && (scopesOf(jwt).length > 0 || 'exp' in jwt.claims)
      ? ['Bearer']
      : main !== null && ((main.secret.includes(':') && main.scheme === '') || isPair(main))
        ? ['Basic']
        : [];
  const seen = new Set<string>();
  return [...known, ...challenged, ...spoken, ...shaped].filter((scheme) => {
    const key = scheme.toLowerCase();
    return seen.has(key) ? false : seen.add(key) !== undefined;
  });
}

/** The schemes that texts tell to write before a credential. */
export function spokenSchemes(messages: readonly string[]): readonly string[] {
  return messages.flatMap((message) => SPOKEN.exec(message)?.[1] ?? []);
}

/** Whether a credential under another scheme is a user and a password in base64. */
function isPair({ scheme, secret }: CredentialUse): boolean {
  const pair = scheme.toLowerCase() === 'basic' ? null : readPair(secret.trim());
  return pair !== null && /^[\w.@+-]+$/.test(pair.user) && pair.password !== '';
}

/** Whether the way the credential is sent is the one that the server asks for; `unknown` where it asks for none. */
export function formatFit(evidence: Evidence): 'fits' | 'misfits' | 'unknown' {
  const { main, host, controls, own, alike, url, asked } = evidence;
  // Who cannot read a header says 400 and names no scheme; strangers are told one.
  const challenges = own.status === 400 && evidence.challenges.length === 0 ? asked.challenges : evidence.challenges;
  if (main === null) return 'unknown';
  const scheme = main.scheme.toLowerCase();
  const isAuthorization = main.place === 'header' && main.name.toLowerCase() === 'authorization';
  const isWellFormed = main.secret.trim() !== '' && (scheme !== 'basic' || main.pair !== null);
  if (host !== null && host.credentials.length > 0) {
    const ways = host.credentials.filter(
      (credential) =>
        credential.place === main.place &&
        credential.name.toLowerCase() === main.name.toLowerCase() &&
        credential.scheme.toLowerCase() === scheme,
    );
    const isNamed = matchesHost(url.hostname, host.hosts);
    // Software that is run anywhere takes what its owner has set up: its challenge says more than its documentation.
    const isTaken =
      isNamed ||
      !isAuthorization ||
      challenges.length === 0 ||
      challenges.some((challenge) => challenge.scheme.toLowerCase() === scheme) ||
      ways.some(({ prefixes }) => prefixes.some((prefix) => main.secret.startsWith(prefix)));
    if (ways.length > 0 && isTaken) return isWellFormed ? 'fits' : 'misfits';
    if (isNamed) return 'misfits';
  }
  if (challenges.length > 0) {
    const fits = isAuthorization && challenges.some((challenge) => challenge.scheme.toLowerCase() === scheme);
    if (fits) return isWellFormed ? 'fits' : 'misfits';
    return isAuthorization ? 'misfits' : 'unknown';
  }
  // A header of the API's own that makes a difference is the right one.
  const matters = controls.without !== null && !alike(own, controls.without);
  return matters && !isAuthorization && main.scheme === '' ? 'fits' : 'unknown';
}
