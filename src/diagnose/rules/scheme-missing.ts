import { at } from '../at.ts';
import { expectedSchemes } from '../evidence/credentials/expected-schemes.ts';
import { isLikeWithout } from '../evidence/evidence.ts';
import { carryCredential } from '../experiments/carry-credential.ts';
import type { Rule } from './suspicion.ts';

/** The credential stands in `Authorization` without the scheme that belongs before it (RFC 9110, section 11.4). */
export const schemeMissing: Rule = (evidence) => {
  const { main, isAuthFailure, host, input, challenges } = evidence;
  if (
    // The very same request works outside of Tines.
    evidence.side === 'tines' ||
    main === null ||
    !isAuthFailure ||
    main.name.toLowerCase() !== 'authorization' ||
    main.scheme !== '' ||
    main.secret.trim() === ''
  )
    return null;
  if (host?.credentials.some(({ name, scheme }) => name.toLowerCase() === 'authorization' && scheme === '') === true) return null;
  const expected = expectedSchemes(evidence);
  const names = [...new Set([...expected, 'Bearer'])];
  const carrying = { claims: 'scheme-missing', request: input.request, use: main } as const;
  const hinted = names.flatMap(
    (scheme) =>
      carryCredential(
        { ...carrying, isBlind: false },
        {
          place: 'header',
          name: main.name,
          scheme,
          pair: host?.credentials.find((credential) => credential.scheme === scheme)?.pair,
        },
      ) ?? [],
  );
  const blind = ['Token', 'Basic', 'ApiKey']
    .filter((scheme) => !names.includes(scheme))
    .flatMap((scheme) => carryCredential({ ...carrying, isBlind: true }, { place: 'header', name: main.name, scheme }) ?? []);
  const [scheme = 'Bearer'] = names;
  const like = isLikeWithout(evidence);
  return {
    confidence: like === false ? 'possible' : 'likely',
    weight: 88,
    stands: like !== false,
    evidence: [
      'no scheme stands before the credential in Authorization',
      ...(challenges.length > 0
        ? [`the server asks for ${challenges.map((challenge) => `‹${challenge.scheme}›`).join(', ')}`]
        : []),
      ...(like === true ? ['the answer is the same as without any credential'] : []),
    ],
    fix: `write "${scheme} ${main.pill}" in the Authorization header`,
    ...at(main.pointer),
    changes: [...hinted, ...blind],
  };
};
