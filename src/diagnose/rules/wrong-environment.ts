import { at } from '../at.ts';
import type { Evidence } from '../evidence/evidence.ts';
import { saysSo } from '../evidence/words/read-words.ts';
import { hostEntries } from '../hosts/index.ts';
import { matchesHost } from '../hosts/matches-host.ts';
import type { Rule } from './suspicion.ts';

/** The credential belongs to another API, tenant, region or mode. */
export const wrongEnvironment: Rule = (evidence) => {
  const { isAuthFailure, words, main, quote, own } = evidence;
  const word = saysSo(words, 'wrong-environment');
  // A redirect that leads nowhere, or a misdirected request, may say it, too.
  const isTold = word?.certain === true && own.status !== null && own.status >= 300;
  if (!isAuthFailure && !isTold) return null;
  const foreign = main === null ? null : (foreignEnvironment(evidence) ?? foreignPrefix(evidence));
  if (word === undefined && foreign === null) return null;
  return {
    confidence: word?.certain === true ? 'confirmed' : (foreign?.confidence ?? 'likely'),
    weight: 85,
    stands: true,
    isSettled: word?.certain === true,
    evidence: [
      ...(word === undefined ? [] : [`the server says ${quote(word.quote)}`]),
      ...(foreign === null ? [] : [foreign.reason]),
    ],
    fix: `use the credential of this environment in place of ${main?.label ?? 'the credential'}, or the address that it belongs to`,
    ...at(main?.pointer),
  };
};

interface Foreign {
  readonly confidence: 'likely' | 'possible';
  readonly reason: string;
}

/** The environment or region that the credential is known to belong to, where this host is of another one; the issuer of a token, likewise. */
function foreignEnvironment({ main, host, url, jwt }: Evidence): Foreign | null {
  const secret = secretOf(main);
  const environment = host?.environments?.find(
    ({ prefixes, hosts }) =>
      hosts !== undefined && !matchesHost(url.hostname, hosts) && prefixes.some((prefix) => secret.startsWith(prefix)),
  );
  if (environment !== undefined)
    return {
      confidence: 'likely',
      reason: `the credential begins like those of ‹${environment.name}›, whose hosts are ${(environment.hosts ?? []).map((name) => `‹${name}›`).join(', ')}`,
    };
  const issuer = jwt?.claims.iss;
  if (host?.token?.issuer === undefined || typeof issuer !== 'string' || new RegExp(host.token.issuer).test(issuer)) return null;
  return { confidence: 'likely', reason: `the token was issued by ‹${issuer}›, which ${host.name} does not use` };
}

function secretOf(main: Evidence['main']): string {
  return main?.pair?.password || main?.pair?.user || main?.secret || '';
}

function foreignPrefix({ main, host, input }: Evidence): Foreign | null {
  const secret = secretOf(main);
  const ways = (host?.credentials ?? []).filter(
    ({ name, scheme }) => name.toLowerCase() === main?.name.toLowerCase() && scheme.toLowerCase() === main.scheme.toLowerCase(),
  );
  const own = host?.credentials.flatMap(({ prefixes }) => prefixes) ?? [];
  if (own.some((prefix) => secret.startsWith(prefix))) return null;
  const other = (input.hosts ?? hostEntries).find(
    (entry) =>
      entry !== host &&
      entry.credentials.some(({ prefixes }) => prefixes.some((prefix) => prefix.length >= 4 && secret.startsWith(prefix))),
  );
  const prefix = other?.credentials
    .flatMap(({ prefixes }) => prefixes)
    .find((candidate) => candidate.length >= 4 && secret.startsWith(candidate));
  if (other !== undefined && prefix !== undefined && host !== null)
    return { confidence: 'likely', reason: `the credential begins with ‹${prefix}›, as those of ${other.name} do` };
  // A way without a known prefix takes any credential.
  if (host === null || ways.length === 0 || ways.some(({ prefixes }) => prefixes.length === 0)) return null;
  const usual = ways.flatMap(({ prefixes }) => prefixes);
  return {
    confidence: 'possible',
    reason: `credentials of ${host.name} begin with ${usual.map((known) => `‹${known}›`).join(', ')}, and this one does not`,
  };
}
