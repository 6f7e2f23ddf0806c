import { at } from '../at.ts';
import { headerText, withHeader } from '../edit-request.ts';
import { optionPointer } from '../evidence/option-text.ts';
import type { Change } from '../experiments/change.ts';
import type { Rule } from './suspicion.ts';

/** A header that every call to this API needs beside the credential is not sent. (Found by comparing requests, too.) */
export const clientHeader: Rule = ({ host, input, own }) => {
  const missing = (host?.requires ?? []).filter(({ name }) => headerText(input.request, name) === undefined);
  const [first] = missing;
  if (first === undefined || own.status === null || own.status >= 500 || own.status === 429) return null;
  const pointer = optionPointer(input.action, ['headers']);
  const list = missing.map(({ name }) => `‹${name}›`).join(', ');
  const fix = `add ${missing.map(({ name, value }) => `"${name}": "${value}"`).join(', ')} to headers`;
  const request = missing.reduce((changed, { name, value }) => withHeader(changed, name, [value]), input.request);
  const change: Change = {
    claims: 'client-header',
    name: `with the header ${list}`,
    request,
    touchesCredential: false,
    isBlind: false,
    fix,
    ...at(pointer),
  };
  return {
    confidence: 'likely',
    weight: 84,
    changes: [change],
    evidence: [`${host?.name ?? 'the API'} needs the header ${list}, which is not sent`],
    fix,
    ...at(pointer),
  };
};
