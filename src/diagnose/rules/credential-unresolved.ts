import { at } from '../at.ts';
import { optionPointer } from '../evidence/option-text.ts';
import type { Rule } from './suspicion.ts';

const TEMPLATE = /<<\s*\.?[A-Za-z_][^<>]*>>|\{\{[^{}]*\}\}|\{%[^{}]*%\}/;

/** What is sent as the credential still has a pill or a Liquid tag in it. */
export const credentialUnresolved: Rule = ({ uses, isAuthFailure, own, input }) => {
  const use = uses.find(
    ({ place, value, pair }) =>
      (place === 'header' || place === 'query') &&
      (TEMPLATE.test(value) || (pair !== null && TEMPLATE.test(`${pair.user}:${pair.password}`))),
  );
  if (use === undefined || !isAuthFailure) return null;
  return {
    confidence: own.status === 401 ? 'confirmed' : 'likely',
    weight: 98,
    // Whatever else is wrong with it, nothing can be tried with such a text.
    isSettled: true,
    stands: true,
    evidence: [`${use.name} is sent with a template in it that nothing has filled in`],
    fix: `write the pill by itself ("<<CREDENTIAL.name>>"), not inside of a value: no template is read there`,
    ...at(use.pointer ?? optionPointer(input.action, ['headers'])),
  };
};
