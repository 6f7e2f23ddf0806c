import { at } from '../at.ts';
import { optionPointer } from '../evidence/credentials/option-text.ts';
import { errorUnderSuccess } from '../evidence/words/error-under-success.ts';
import { saysSo } from '../evidence/words/read-words.ts';
import type { Rule } from './suspicion.ts';

/** Words for a thing that is not there, and not for an address that nobody serves. */
const NAMED =
  /\b(?:NAME_UNKNOWN|MANIFEST_UNKNOWN|BLOB_UNKNOWN|NoSuch(?:Key|Bucket|Entity|Upload)|ResourceNotFoundException|Request_ResourceNotFound|vhost_not_found)\b|\b(?:database|bucket|queue|vhost|virtual host|exchange|repository|repo|project|user|group|record|document|index|issue|ticket|object|manifest|image|tag)\b[^.]{0,60}\b(?:not found|does(?:n't| not) exist|unknown)\b|\bno such (?:database|bucket|queue|vhost|exchange|repository|project|user|group|record|document|index|issue|ticket|object|key)\b/i;

/** 404: nothing is at the address, or the API hides it from who may not see it. */
export const notFound: Rule = ({ own, input, controls, host, url, main, leavesOrigin, messages, quote, words }) => {
  const { without, wrong, identity } = controls;
  const error = errorUnderSuccess(own, host);
  const isNamed = (own.status === 200 && /_not_found"|"not_found"/.test(own.text ?? '')) || (error !== null && NAMED.test(error));
  const word = own.status === 403 ? saysSo(words, 'not-found') : undefined;
  if (own.status !== 404 && own.status !== 410 && !isNamed && word === undefined) return null;
  const isAsked = without?.status === 401 || without?.status === 403;
  const isRefused = wrong?.status === 401 || wrong?.status === 403;
  const named = messages.find((message) => NAMED.test(message));
  const isBroken = /\/\/|\/(?:null|undefined)(?:\/|$)/.test(url.pathname);
  const slug = input.action.findings.find(
    ({ code, source }) => code === 'resolved-to-nothing' && /\/url$/.test(source?.pointer ?? ''),
  );
  return {
    // Where only the status speaks, another method or another way to write the path would look the same.
    confidence:
      isAsked && isRefused && !isBroken && slug === undefined && named !== undefined
        ? 'confirmed'
        : leavesOrigin
          ? 'possible'
          : 'likely',
    weight: word === undefined ? 25 : 80,
    stands: true,
    evidence: [
      `the server answers ${own.status ?? 'nothing'}`,
      ...(word === undefined ? [] : [`it says ${quote(word.quote)}, which it says of an address that it does not serve`]),
      ...(named === undefined ? [] : [`the server says ${quote(named)}`]),
      ...(isAsked
        ? [`without a credential it answers ${without?.status}, so it knows this one and still shows nothing here`]
        : []),
      ...(isAsked || without === null ? [] : [`without a credential it answers ${without.status ?? 'nothing'} too`]),
      ...(identity === null ? [] : [`its call that says whose credential it is answers ${identity.status ?? 'nothing'}`]),
      ...(host?.hidesAsNotFound === true ? [`${host.name} answers 404 for what a credential may not see`] : []),
      ...(isBroken ? ['the path has an empty or missing part: a value in the url may have resolved to nothing'] : []),
      ...(slug === undefined ? [] : [slug.text]),
    ],
    fix: `check the path in url (is something there, does every pill have a value?), and that the owner of ${main?.label ?? 'the credential'} may see it`,
    ...at(optionPointer(input.action, ['url'])),
  };
};
