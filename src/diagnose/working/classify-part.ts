import type { RequestSpec } from '../../model/request-spec.ts';
import type { CauseCode } from '../../model/verdict.ts';
import { causes } from '../causes.ts';
import { headerText } from '../edit-request.ts';
import type { CredentialUse } from '../evidence/credentials/credential-use.ts';
import { decodeBase64 } from '../evidence/credentials/decode-base64.ts';
import { findCredentials, readPair } from '../evidence/credentials/find-credentials.ts';
import { optionText } from '../evidence/credentials/option-text.ts';
import { splitScheme } from '../evidence/credentials/split-scheme.ts';
import type { Evidence } from '../evidence/evidence.ts';
import type { ServerWord } from '../evidence/words/server-word.ts';
import type { RequestPart } from './compare-requests.ts';
import { decodeComponent, splitUrl } from './url-parts.ts';

/** Which cause a difference between the action and a request that works belongs to; `unexplained` where none fits. */
export function classifyPart(part: RequestPart, working: RequestSpec, evidence: Evidence): CauseCode {
  const { input, own } = evidence;
  const { reveal, request, action } = input;
  switch (part.kind) {
    case 'method':
      return own.status === 401 || own.status === 403 ? 'method-not-permitted' : 'method-not-allowed';
    case 'path':
      return own.status === 404 || own.status === 410 ? 'not-found' : 'unexplained';
    case 'redirects':
    case 'body':
      return part.kind === 'body' && input.warnings.some(({ code }) => code === 'leftover-payload')
        ? 'leftover-payload'
        : 'unexplained';
    case 'query': {
      if (
        findCredentials({ action, request: working, reveal }).some(({ place, name }) => place === 'query' && name === part.name)
      )
        return isSent(part, request) ? refusal(evidence) : evidence.main === null ? 'credential-empty' : 'header-wrong';
      const [mine, theirs] = [request, working].map(({ url }) =>
        splitUrl(url).parameters.filter(({ name }) => name === part.name),
      );
      if (theirs?.length === 0)
        return input.warnings.some(({ code }) => code === 'leftover-payload') ? 'leftover-payload' : 'payload-as-query';
      return mine?.length === theirs?.length && decoded(mine, reveal) === decoded(theirs, reveal)
        ? 'query-encoding'
        : 'unexplained';
    }
    case 'header':
      return classifyHeader(part.name, working, evidence);
    default:
      return part.kind satisfies never;
  }
}

function isSent({ name }: RequestPart, request: RequestSpec): boolean {
  return splitUrl(request.url).parameters.some((parameter) => parameter.name === name);
}

function decoded(parameters: ReturnType<typeof splitUrl>['parameters'] | undefined, reveal: Evidence['input']['reveal']): string {
  return (parameters ?? []).map(({ value }) => decodeComponent(reveal(value))).join('&');
}

function classifyHeader(name: string, working: RequestSpec, evidence: Evidence): CauseCode {
  const { input, main } = evidence;
  const { request, reveal, action } = input;
  const [mine, theirs] = [request, working].map((one) => headerText(one, name));
  const [left, right] = [mine, theirs].map((text) => (text === undefined ? undefined : reveal(text)));
  const lower = name.toLowerCase();
  if (lower === 'user-agent') return 'user-agent-blocked';
  if (lower === 'content-type')
    return left?.replace(/\s*;\s*charset=.*/i, '') === right ? 'charset-rejected' : 'content-type-mismatch';
  const isCredential = findCredentials({ action, request: right === undefined ? request : working, reveal }).some(
    (use) => use.place === 'header' && use.name.toLowerCase() === lower,
  );
  if (!isCredential) return 'client-header';
  if (right === undefined) return optionText(action, ['basic_auth']) === undefined ? 'credential-rejected' : 'auth-overridden';
  if (left === undefined)
    return main === null ? 'credential-empty' : isCarriedOn(main, right, working, evidence) ? 'client-header' : 'header-wrong';
  const [sent, wanted] = [left, right].map((value) => splitScheme(value, lower === 'authorization'));
  if (left.slice((sent?.scheme.length ?? 0) + (sent?.separator.length ?? 0)).trim() === '') return 'credential-empty';
  if (sent?.scheme === '' && wanted?.scheme !== '') return 'scheme-missing';
  if (sent?.scheme !== wanted?.scheme) return 'scheme-wrong';
  if (bare(left) === bare(right)) return 'credential-whitespace';
  return sent?.scheme.toLowerCase() === 'basic' ? (malformedPair(left, right) ?? refusal(evidence)) : refusal(evidence);
}

/** Whether the request that works has the action's credential where the action has it, and another value in the field that is new. */
function isCarriedOn(main: CredentialUse, added: string, working: RequestSpec, { input }: Evidence): boolean {
  const carrier = main.place === 'header' ? headerText(working, main.name) : undefined;
  return carrier !== undefined && input.reveal(carrier) === main.value && !added.includes(main.secret);
}

/** What is wrong with a Basic value that is no pair where the one that works is one; null where it is one, or neither is. */
function malformedPair(left: string, right: string): CauseCode | null {
  const [mine, theirs] = [left, right].map((value) => value.replace(/^basic\s+/i, ''));
  if (mine === undefined || theirs === undefined || readPair(mine) !== null || readPair(theirs) === null) return null;
  const decoded = decodeBase64(mine);
  if (decoded === null) return 'basic-not-encoded';
  return readPair(decoded.trim()) === null ? 'basic-no-colon' : 'basic-double-encoded';
}

// White space as the rule about it has it.
function bare(text: string): string {
  return text.replace(/[\s\u00a0\u200b-\u200d\u2060\ufeff]/gu, '');
}

/** Why another credential works: by the server's word about the one that is sent, else that it is not accepted. */
function refusal({ own, words }: Evidence): CauseCode {
  const word = words.find(({ says, certain }) => certain && PRECISE.has(says));
  if (word !== undefined && isCause(word.says)) return word.says;
  return own.status === 403 ? 'permission-missing' : 'credential-rejected';
}

const PRECISE: ReadonlySet<string> = new Set([
  'credential-expired',
  'credential-not-yet-valid',
  'wrong-audience',
  'wrong-environment',
  'permission-missing',
]);

function isCause(says: ServerWord['says']): says is CauseCode {
  return Object.hasOwn(causes, says);
}
