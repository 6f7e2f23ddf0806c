import { at } from '../at.ts';
import { isLikeWithout } from '../evidence/evidence.ts';
import { expectedSchemes, formatFit } from '../evidence/expected-schemes.ts';
import { namedPlaces } from '../evidence/named-places.ts';
import { carryCredential, type Target } from '../experiments/carry-credential.ts';
import type { Rule } from './suspicion.ts';

/** The server looks for the credential in another header or query parameter. */
export const headerWrong: Rule = (evidence) => {
  const { main, isAuthFailure, host, messages, input, challenges } = evidence;
  if (main === null || !isAuthFailure || main.secret.trim() === '' || (main.place !== 'header' && main.place !== 'query'))
    return null;
  const like = isLikeWithout(evidence);
  const fit = formatFit(evidence);
  const isElsewhere = ({ place, name }: Target) => place !== main.place || name.toLowerCase() !== main.name.toLowerCase();
  const known: readonly Target[] = fit === 'fits' ? [] : (host?.credentials ?? []);
  const isAuthorization = main.name.toLowerCase() === 'authorization';
  const challenged: readonly Target[] =
    isAuthorization || challenges.length === 0
      ? []
      : expectedSchemes(evidence).map((scheme) => ({ place: 'header', name: 'Authorization', scheme }));
  const spoken = namedPlaces(messages);
  const hinted = [...known, ...spoken, ...challenged].filter(isElsewhere);
  const blind: readonly Target[] = (
    isAuthorization
      ? [{ place: 'header', name: 'X-API-Key', scheme: '' } as const, { place: 'query', name: 'api_key', scheme: '' } as const]
      : [
          { place: 'header', name: 'Authorization', scheme: 'Bearer' } as const,
          { place: 'header', name: 'X-API-Key', scheme: '' } as const,
        ]
  )
    .filter(isElsewhere)
    .filter(({ name }) => !hinted.some((target) => target.name.toLowerCase() === name.toLowerCase()));
  const carrying = { claims: 'header-wrong', request: input.request, use: main } as const;
  const seen = new Set<string>();
  const changes = [
    ...hinted.flatMap((target) => carryCredential({ ...carrying, isBlind: false }, target) ?? []),
    ...(fit === 'unknown' && like !== false
      ? blind.flatMap((target) => carryCredential({ ...carrying, isBlind: true }, target) ?? [])
      : []),
  ].filter(({ name }) => (seen.has(name) ? false : seen.add(name) !== undefined));
  if (changes.length === 0 || (hinted.length === 0 && like === false)) return null;
  const isHinted = hinted.length > 0;
  const wanted = hinted[0];
  return {
    confidence: isHinted && like !== false ? 'likely' : 'possible',
    weight: isHinted ? 87 : 42,
    stands: isHinted && like === true,
    changes,
    evidence:
      wanted === undefined
        ? []
        : [
            `the credential is sent in ${main.name}, and ${spoken.length > 0 ? 'the server speaks of' : challenged.length > 0 && known.length === 0 ? 'the server asks for it in' : `${host?.name ?? 'the API'} takes it in`} ‹${wanted.name}›`,
            ...(like === true ? ['the answer is the same as without any credential'] : []),
          ],
    fix: changes[0]?.fix ?? '',
    ...at(main.pointer),
  };
};
