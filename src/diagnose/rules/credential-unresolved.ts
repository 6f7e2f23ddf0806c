import { at } from '../at.ts';
import type { CredentialUse } from '../evidence/credentials/credential-use.ts';
import { isNameOfCredential, isTemplate } from '../evidence/credentials/is-template.ts';
import { optionPointer } from '../evidence/credentials/option-text.ts';
import type { Rule } from './suspicion.ts';

/** What is sent as the credential still has a pill or a Liquid tag in it, or is the name of one. */
export const credentialUnresolved: Rule = ({ uses, isAuthFailure, own, input }) => {
  if (!isAuthFailure) return null;
  const sent = uses.filter(({ place }) => place === 'header' || place === 'query');
  const template = sent.find((use) => isTemplate(use.value) || partsOf(use).some(isTemplate));
  const use = template ?? sent.find((candidate) => partsOf(candidate).some(isNameOfCredential));
  if (use === undefined) return null;
  return {
    confidence: own.status === 401 && template !== undefined ? 'confirmed' : 'likely',
    weight: 98,
    // Whatever else is wrong with it, nothing can be tried with such a text.
    isSettled: true,
    stands: true,
    evidence: [
      template === undefined
        ? `the name of a credential stands in ${use.name} where its value belongs`
        : `${use.name} is sent with a template in it that nothing has filled in`,
    ],
    fix:
      template === undefined
        ? 'write the pill with both of its marks: "<<CREDENTIAL.name>>"'
        : 'write the pill by itself ("<<CREDENTIAL.name>>"), not inside of a value: no template is read there',
    ...at(use.pointer ?? optionPointer(input.action, ['headers'])),
  };
};

function partsOf({ pair, secret }: CredentialUse): readonly string[] {
  return pair === null ? [secret] : [pair.user, pair.password];
}
