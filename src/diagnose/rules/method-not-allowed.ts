import { headerOf } from '../answers/answer.ts';
import { at } from '../at.ts';
import { asSafe } from '../edit-request.ts';
import { optionPointer } from '../evidence/credentials/option-text.ts';
import type { Evidence } from '../evidence/evidence.ts';
import { saysSo } from '../evidence/words/read-words.ts';
import type { Rule } from './suspicion.ts';

/** The address does not take this method (405, or an `Allow` that lacks it; RFC 9110, section 15.5.6). */
export const methodNotAllowed: Rule = (evidence) => {
  const { own, input, words, quote } = evidence;
  const { status } = own;
  if (status === null || status < 400) return null;
  const { method } = input.request;
  const isChanged = own.hops.some(({ sent }) => sent.method !== method);
  const allow = headerOf(own, 'allow');
  const allowed =
    allow
      ?.split(',')
      .map((name) => name.trim().toUpperCase())
      .filter((name) => name !== '') ?? [];
  const lacks = allow !== null && !allowed.includes(method);
  const word = saysSo(words, 'method-not-allowed');
  const isUnknown = status === 501 && !['GET', 'HEAD'].includes(method);
  if (status !== 405 && !lacks && !isUnknown && !(word !== undefined && (status === 400 || status === 404 || status === 501)))
    return status === 404 && (own.json === undefined || evidence.messages.some((message) => UNROUTED.test(message)))
      ? unserved(evidence)
      : null;
  // Firewalls say 405 too, to clients that they do not like: what reads is refused by an `Allow` or by words only.
  const isRead = method === 'GET' || method === 'HEAD';
  const isSure = status === 405 && !isChanged && (lacks || (allow === null && (!isRead || word !== undefined)));
  const others = allowed.filter((name) => name !== 'OPTIONS' && name !== 'HEAD');
  return {
    confidence: isSure ? 'confirmed' : status === 405 && isChanged ? 'possible' : 'likely',
    weight: 97,
    stands: true,
    isSettled: isSure,
    evidence: [
      `the server answers ${status} to ${own.hops.at(-1)?.sent.method ?? method}`,
      ...(isUnknown ? ['501 means: the server knows no such method (RFC 9110, section 15.6.2)'] : []),
      ...(allow === null ? [] : [`it allows ${allowed.length === 0 ? 'no method' : allowed.join(', ')}`]),
      ...(word === undefined || status === 405 ? [] : [`the server says ${quote(word.quote)}`]),
    ],
    fix:
      others.length > 0
        ? `set method to ${others.map((name) => `"${name.toLowerCase()}"`).join(' or ')}`
        : 'set method to the one that the API’s documentation gives for this address',
    ...at(optionPointer(input.action, ['method'])),
  };
};

/** What NestJS, Rails and Phoenix say of a method and a path together. */
const UNROUTED = /\b(?:cannot|no route (?:matches|found for|for)) \[?(?:POST|PUT|PATCH|DELETE)\b/i;

/** Some frameworks answer 404 where the address is served by other methods: then a GET finds it. */
function unserved({ input, own, host }: Evidence): ReturnType<Rule> {
  const { method } = input.request;
  if (['GET', 'HEAD'].includes(method) || host?.hidesAsNotFound === true) return null;
  const fix = 'set method to the one that the API’s documentation gives for this address';
  const pointer = optionPointer(input.action, ['method']);
  return {
    confidence: 'possible',
    weight: 30,
    evidence: [`the server answers ${own.status ?? 'nothing'} to ${method}`],
    fix,
    ...at(pointer),
    changes: [
      {
        claims: 'method-not-allowed',
        name: 'by GET',
        request: asSafe(input.request, 'GET'),
        touchesCredential: false,
        isBlind: false,
        fix,
        ...at(pointer),
        // What the body names may not be there: a GET has none.
        proves: 'likely',
      },
    ],
  };
}
