import { at } from '../at.ts';
import { headerText, withHeader } from '../edit-request.ts';
import type { Evidence } from '../evidence/evidence.ts';
import { optionPointer } from '../evidence/option-text.ts';
import type { Change } from '../experiments/change.ts';
import { splitUrl } from '../url-parts.ts';
import type { Rule } from './suspicion.ts';

/** A header that every call to this API needs beside the credential is not sent. (Found by comparing requests, too.) */
export const clientHeader: Rule = (evidence) => {
  const { host, input, own } = evidence;
  const missing = (host?.requires ?? []).filter(({ name }) => headerText(input.request, name) === undefined);
  const [first] = missing;
  if (first === undefined) return companionMissing(evidence);
  if (own.status === null || own.status >= 500 || own.status === 429) return null;
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

/** Some credentials have two halves, each in a field of its own; one alone is refused. */
function companionMissing({ host, input, main, isAuthFailure, messages }: Evidence): ReturnType<Rule> {
  if (host === null || main === null || !isAuthFailure) return null;
  const { parameters } = splitUrl(input.request.url);
  const isSent = (name: string) =>
    headerText(input.request, name) !== undefined || parameters.some((parameter) => parameter.name === name);
  const way = host.credentials.find(
    ({ place, name, scheme }) =>
      place === main.place &&
      name.toLowerCase() === main.name.toLowerCase() &&
      scheme.toLowerCase() === main.scheme.toLowerCase(),
  );
  const missing = (way?.with ?? []).filter((name) => !isSent(name));
  if (missing.length === 0) return null;
  const list = missing.map((name) => `‹${name}›`).join(', ');
  const isSpoken = missing.some((name) => messages.some((message) => message.toLowerCase().includes(name.toLowerCase())));
  return {
    confidence: isSpoken ? 'likely' : 'possible',
    weight: 84,
    stands: true,
    evidence: [`${host.name} takes ${main.name} together with ${list}, which is not sent`],
    fix: `send ${list} too, beside ${main.name}`,
    ...at(optionPointer(input.action, [main.place === 'query' ? 'url' : 'headers'])),
  };
}
