import { at } from '../at.ts';
import { cleanCredential } from '../experiments/clean-credential.ts';
import type { Rule } from './suspicion.ts';

// Tab, space, line ends, no-break space, zero-width characters, byte order mark.
const WHITE = '[\\s\\u00a0\\u200b-\\u200d\\u2060\\ufeff]';
const EDGES = new RegExp(`^${WHITE}+|${WHITE}+$`, 'gu');
const ANY = new RegExp(`${WHITE}+`, 'gu');

/** White space at the ends of the credential, or in the middle of a token. */
export const credentialWhitespace: Rule = ({ uses, isAuthFailure, input, own }) => {
  // A space or a line end breaks an address or a header itself.
  const isBroken = own.status === null && (own.error?.kind === 'protocol' || own.error?.kind === 'other');
  if (!isAuthFailure && !isBroken) return null;
  for (const use of uses) {
    const clean = (text: string) =>
      use.pair === null && use.name.toLowerCase() !== 'cookie' && !/[=,]/.test(text)
        ? text.replace(ANY, '')
        : text.replace(EDGES, '');
    const change = cleanCredential(
      {
        claims: 'credential-whitespace',
        request: input.request,
        use,
        name: 'without the white space around the credential',
        formula: (expression) => `STRIP(${expression})`,
      },
      clean,
    );
    if (change === null) continue;
    return {
      confidence: 'likely',
      weight: 91,
      stands: true,
      changes: [change],
      evidence: [
        `white space stands around or in ${use.label === 'the credential' ? `the credential in ${use.name}` : use.label}`,
      ],
      fix: change.fix,
      ...at(use.pointer),
    };
  }
  return null;
};
