import type { RequestSpec } from '../model/request-spec.ts';
import type { CauseCode } from '../model/verdict.ts';
import type { RequestPart } from './compare-requests.ts';
import { headerText } from './edit-request.ts';
import type { Evidence } from './evidence/evidence.ts';
import { findCredentials } from './evidence/find-credentials.ts';
import { splitScheme } from './evidence/split-scheme.ts';
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
        return isSent(part, request) ? 'credential-rejected' : 'header-wrong';
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

function classifyHeader(name: string, working: RequestSpec, { input }: Evidence): CauseCode {
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
  if (right === undefined) return 'auth-overridden';
  if (left === undefined) return 'header-wrong';
  if (left.trim() === '') return 'credential-empty';
  const [sent, wanted] = [left, right].map((value) => splitScheme(value, lower === 'authorization').scheme);
  if (sent === '' && wanted !== '') return 'scheme-missing';
  if (sent !== wanted) return 'scheme-wrong';
  return left.replace(/\s/g, '') === right.replace(/\s/g, '') ? 'credential-whitespace' : 'credential-rejected';
}
