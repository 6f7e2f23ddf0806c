import { at } from '../at.ts';
import type { CredentialUse } from '../evidence/credentials/credential-use.ts';
import { expectedSchemes, formatFit } from '../evidence/credentials/expected-schemes.ts';
import { type Evidence, isLikeWithout } from '../evidence/evidence.ts';
import { namedPlaces } from '../evidence/words/named-places.ts';
import { saysSo } from '../evidence/words/read-words.ts';
import { carryCredential, type Target } from '../experiments/carry-credential.ts';
import type { Rule } from './suspicion.ts';

/** Where APIs look most often, for those that do not say. */
const USUAL: readonly Target[] = [
  { place: 'header', name: 'Authorization', scheme: 'Bearer' },
  { place: 'header', name: 'X-API-Key', scheme: '' },
  { place: 'header', name: 'X-Auth-Token', scheme: '' },
  { place: 'header', name: 'apikey', scheme: '' },
  { place: 'query', name: 'api_key', scheme: '' },
];

/** The same, those with a name like what the server calls the credential first. */
function usualPlaces(messages: readonly string[]): readonly Target[] {
  if (!messages.some((message) => /\bapi[-_ ]?key\b/i.test(message))) return USUAL;
  const isKey = ({ name }: Target) => /key/i.test(name);
  return [...USUAL.filter(isKey), ...USUAL.filter((target) => !isKey(target))];
}

/** The query parameter of the header's own name: `apikey` is read in either place. */
function namesake({ place, name }: CredentialUse): readonly Target[] {
  const isOwn = place === 'header' && /^(?!x-|authorization$|cookie$)[a-z][a-z0-9_-]*$/i.test(name);
  return isOwn ? [{ place: 'query', name, scheme: '' }] : [];
}

/** The server looks for the credential in another header or query parameter. */
export const headerWrong: Rule = (evidence) => {
  const { main, isAuthFailure, host, messages, asked, input, challenges, words, quote } = evidence;
  // The very same request works outside of Tines.
  if (evidence.side === 'tines') return null;
  // A signature is of the whole request, and stands where it belongs.
  if (main === null || /^aws4-/i.test(main.scheme) || (main.place === 'query' && /(?:^|[-_])sig(?:nature)?$/i.test(main.name)))
    return null;
  if (!isAuthFailure || main.secret.trim() === '' || (main.place !== 'header' && main.place !== 'query')) return null;
  const like = isLikeWithout(evidence);
  const fit = formatFit(evidence);
  const isElsewhere = ({ place, name }: Target) => place !== main.place || name.toLowerCase() !== main.name.toLowerCase();
  const known: readonly Target[] = fit === 'fits' ? [] : (host?.credentials ?? []);
  const isAuthorization = main.name.toLowerCase() === 'authorization';
  const challenged: readonly Target[] =
    isAuthorization || challenges.length === 0
      ? []
      : expectedSchemes(evidence).map((scheme) => ({ place: 'header', name: 'Authorization', scheme }));
  const spoken = namedPlaces([...messages, ...asked.messages]);
  const hinted = [...known, ...spoken, ...challenged].filter(isElsewhere);
  const blind: readonly Target[] = [...namesake(main), ...usualPlaces([...messages, ...asked.messages])]
    .filter(({ name }) => name !== 'Authorization' || !isAuthorization)
    .filter(isElsewhere)
    .filter(
      ({ place, name }) => !hinted.some((target) => target.place === place && target.name.toLowerCase() === name.toLowerCase()),
    );
  const carrying = { claims: 'header-wrong', request: input.request, use: main } as const;
  const seen = new Set<string>();
  const changes = [
    ...hinted.flatMap((target) => carryCredential({ ...carrying, isBlind: false }, target) ?? []),
    ...(fit === 'unknown' && like !== false
      ? blind.flatMap((target) => carryCredential({ ...carrying, isBlind: true }, target) ?? [])
      : []),
  ].filter(({ name }) => (seen.has(name) ? false : seen.add(name) !== undefined));
  const cookie =
    main.name.toLowerCase() === 'cookie'
      ? undefined
      : messages.find((message) => /\bcookies?\b/i.test(message) && !/\bjavascript\b/i.test(message));
  if (cookie !== undefined && like !== false && hinted.length === 0) return cookieWanted(cookie, evidence);
  if (changes.length === 0 || (hinted.length === 0 && like === false)) return null;
  const isHinted = hinted.length > 0;
  // Where the API reads this header too, it is rather the scheme that is wrong.
  const isRead = spoken.length === 0 && challenged.length === 0 && known.some((target) => !isElsewhere(target));
  // It is sent one, and says that it finds none.
  const isNamed = spoken.some((target) => !isElsewhere(target));
  const unseen = like === true && !isHinted && !isNamed && fit !== 'fits' ? saysSo(words, 'unseen') : undefined;
  const wanted = hinted[0];
  return {
    confidence: (isHinted && like !== false && !isRead) || unseen?.certain === true ? 'likely' : 'possible',
    weight: isRead ? 60 : isHinted ? 87 : 39,
    stands: (isHinted && like === true) || unseen !== undefined,
    changes,
    evidence:
      wanted === undefined
        ? unseen === undefined
          ? []
          : [
              `the server says ${quote(unseen.quote)}, and a credential is sent in ${main.name}`,
              'the answer is the same as without any credential',
            ]
        : [
            `the credential is sent in ${main.name}, and ${spoken.length > 0 ? 'the server speaks of' : challenged.length > 0 && known.length === 0 ? 'the server asks for it in' : `${host?.name ?? 'the API'} takes it in`} ‹${wanted.name}›`,
            ...(like === true ? ['the answer is the same as without any credential'] : []),
          ],
    fix:
      wanted === undefined
        ? `send ${main.label} where the API’s documentation says, and not in ${main.name}: "${main.pill}" in the header or query parameter that it names`
        : (changes[0]?.fix ?? ''),
    ...at(main.pointer),
  };
};

/** The server wants a cookie, which only a login gives. */
function cookieWanted(message: string, { main, quote }: Evidence): ReturnType<Rule> {
  return {
    confidence: 'likely',
    weight: 86,
    stands: true,
    evidence: [`the server says ${quote(message)}`, `the credential is sent in ${main?.name ?? 'another place'}, and no cookie`],
    fix: 'log in by an action before this one, and write its cookie in the Cookie header: "Cookie": "name=<<the_login_action.headers.set-cookie>>", cut to the part before the semicolon',
    ...at(main?.pointer),
  };
}
