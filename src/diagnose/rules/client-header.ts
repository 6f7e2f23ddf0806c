import { at } from '../at.ts';
import { headerText, withHeader } from '../edit-request.ts';
import { optionPointer } from '../evidence/credentials/option-text.ts';
import type { Evidence } from '../evidence/evidence.ts';
import { missingHeaders } from '../evidence/words/missing-headers.ts';
import { namedMediaTypes } from '../evidence/words/named-media-types.ts';
import { saysSo } from '../evidence/words/read-words.ts';
import type { Change } from '../experiments/change.ts';
import { splitUrl } from '../working/url-parts.ts';
import type { Rule } from './suspicion.ts';

/** A header that every call to this API needs beside the credential is not sent. (Found by comparing requests, too.) */
export const clientHeader: Rule = (evidence) => {
  const { host, input, own } = evidence;
  const missing = (host?.requires ?? []).filter(({ name }) => headerText(input.request, name) === undefined);
  const [first] = missing;
  if (first === undefined)
    return companionMissing(evidence) ?? spokenOf(evidence) ?? forgeable(evidence) ?? unacceptable(evidence);
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
function companionMissing({ host, input, main, isAuthFailure, words }: Evidence): ReturnType<Rule> {
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
  // Who says that this half is wrong has looked at it.
  const isRead = saysSo(words, 'credential-rejected')?.certain === true;
  return {
    confidence: isRead ? 'possible' : 'likely',
    weight: 84,
    stands: true,
    evidence: [`${host.name} takes ${main.name} together with ${list}, which is not sent`],
    fix: `send ${list} too, beside ${main.name}`,
    ...at(optionPointer(input.action, [main.place === 'query' ? 'url' : 'headers'])),
  };
}

// Credentials have causes of their own.
const CREDENTIAL =
  /^(?:authorization|cookie|content-type|content-length|user-agent|x-.*(?:key|token|auth|secret).*|(?:api|app|auth|private)-(?:key|token))$/i;

/** The server says that a header is missing. What belongs into it is not known. */
function spokenOf({ own, input, messages, quote }: Evidence): ReturnType<Rule> {
  if (own.status === null || own.status < 400 || own.status >= 500) return null;
  const names = missingHeaders(messages).filter(
    (name) => !CREDENTIAL.test(name) && headerText(input.request, name) === undefined,
  );
  const [name] = names;
  if (name === undefined) return null;
  const said = messages.find((message) => missingHeaders([message]).includes(name)) ?? '';
  return {
    confidence: 'likely',
    weight: 84,
    stands: true,
    evidence: [`the server says ${quote(said)}`, `the header ‹${name}› is not sent`],
    fix: `add "${name}" to headers, with the value that the API’s documentation asks for`,
    ...at(optionPointer(input.action, ['headers'])),
  };
}

/** A check against forged requests, which browsers pass by a header of their own. */
function forgeable({ own, words, quote, input }: Evidence): ReturnType<Rule> {
  const word = saysSo(words, 'client-header');
  if (word === undefined || own.status === null || own.status < 400) return null;
  return {
    confidence: 'likely',
    weight: 84,
    stands: true,
    evidence: [`the server says ${quote(word.quote)}`],
    fix: 'add the header that the API’s documentation asks for against forged requests ("X-Requested-With": "XMLHttpRequest", or "X-CSRF-Token" with a token that an earlier action gets) to headers, or authenticate by a token in place of a session',
    ...at(optionPointer(input.action, ['headers'])),
  };
}

const MEDIA_TYPES: readonly string[] = ['application/json', '*/*'];
const MOST_NAMED = 2;

const ACCEPT =
  /\baccept["'`’]? header\b[^.]{0,40}\b(?:does(?:n't| not)|must|should|required|missing|invalid|not)\b|\b(?:missing|invalid|unsupported|wrong) ["'`]?accept["'`]? header\b/i;

/** What a registry calls the types of its manifests (OCI image specification, media types; Distribution). */
const TYPES: readonly (readonly [RegExp, string])[] = [
  [/\bOCI index\b/i, 'application/vnd.oci.image.index.v1+json'],
  [/\bOCI manifest\b/i, 'application/vnd.oci.image.manifest.v1+json'],
  [/\bmanifest list\b/i, 'application/vnd.docker.distribution.manifest.list.v2+json'],
];

/** 406, or words about Accept: the server has nothing in the media types that the request accepts (RFC 9110, section 15.5.7). */
function unacceptable({ own, input, messages, quote }: Evidence): ReturnType<Rule> {
  const said = own.status !== null && own.status >= 400 ? messages.find((message) => ACCEPT.test(message)) : undefined;
  if (own.status !== 406 && said === undefined) return null;
  const pointer = optionPointer(input.action, ['headers']);
  const sent = input.reveal(headerText(input.request, 'Accept') ?? []);
  const called = TYPES.flatMap(([pattern, type]) => (said !== undefined && pattern.test(said) ? [type] : []));
  const named = [...namedMediaTypes(messages), ...called].slice(0, MOST_NAMED);
  const changes = [...new Set([...named, ...MEDIA_TYPES])]
    .filter((type) => type !== sent)
    .map(
      (type): Change => ({
        claims: 'client-header',
        name: `with the header ‹Accept: ${type}›`,
        request: withHeader(input.request, 'Accept', [type]),
        touchesCredential: false,
        isBlind: false,
        fix: `add "Accept": "${type}" to headers`,
        ...at(pointer),
      }),
    );
  return {
    confidence: named.length > 0 || said !== undefined ? 'likely' : 'possible',
    weight: 78,
    // 404 is about the address, unless types are named.
    stands: said !== undefined && (own.status !== 404 || named.length > 0),
    changes,
    evidence: [
      ...(own.status === 406
        ? ['406 means: nothing in the media types that the request accepts (RFC 9110, section 15.5.7)']
        : []),
      ...(said === undefined ? [] : [`the server says ${quote(said)}`]),
      ...(named.length === 0 ? [] : [`the server speaks of ${named.map((type) => `‹${type}›`).join(', ')}`]),
    ],
    fix: changes[0]?.fix ?? '',
    ...at(pointer),
  };
}
