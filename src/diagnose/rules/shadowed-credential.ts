import { at } from '../at.ts';
import type { Rule } from './suspicion.ts';

/** A credential of the team hides a shared one of the same name. */
export const shadowedCredential: Rule = ({ own, side, main }) => {
  if (side !== 'tines' || main === null || (own.status !== 401 && own.status !== 403)) return null;
  return {
    confidence: 'possible',
    weight: 33,
    stands: true,
    evidence: [
      'the credential used here works; in Tines a credential of the story’s team is taken before a shared one of the same name',
    ],
    fix: `look for a second credential named like ${main.label} in the team of this story`,
    ...at(main.pointer),
  };
};
