import type { RequestSpec } from '../../model/request-spec.ts';
import type { Text } from '../../model/text.ts';
import { headerText, withHeader, withoutHeader } from '../edit-request.ts';
import { replaceParameter } from '../experiments/replace-parameter.ts';
import { joinUrl, splitUrl } from './url-parts.ts';

/** One place in which two requests differ. */
export interface RequestPart {
  readonly kind: 'method' | 'path' | 'query' | 'header' | 'body' | 'redirects';
  /** The header or query parameter; empty elsewhere. */
  readonly name: string;
  /** For people: `the header ‹Accept›`. */
  readonly label: string;
  /** Takes the value of the other request over. */
  readonly apply: (request: RequestSpec) => RequestSpec;
}

/** The places in which `from` has to change to become `to`, each by itself. `reveal` gives the texts that are compared. */
export function compareRequests(from: RequestSpec, to: RequestSpec, reveal: (text: Text) => string): readonly RequestPart[] {
  const parts: RequestPart[] = [];
  if (from.method !== to.method)
    parts.push({
      kind: 'method',
      name: '',
      label: `the method (${to.method}, not ${from.method})`,
      apply: (request) => ({ ...request, method: to.method }),
    });
  const [mine, theirs] = [splitUrl(from.url), splitUrl(to.url)];
  if (reveal(mine.base) !== reveal(theirs.base)) {
    parts.push({
      kind: 'path',
      name: '',
      label: 'the path of the url',
      apply: (request) => ({ ...request, url: joinUrl({ base: theirs.base, parameters: splitUrl(request.url).parameters }) }),
    });
  }
  const raw = ({ parameters }: typeof mine, name: string) =>
    parameters
      .filter((parameter) => parameter.name === name)
      .map(({ text }) => reveal(text))
      .join('&');
  for (const name of new Set([...mine.parameters, ...theirs.parameters].map((parameter) => parameter.name))) {
    if (raw(mine, name) !== raw(theirs, name)) parts.push(queryPart(name, theirs));
  }
  for (const name of new Set([...from.headers, ...to.headers].map(([field]) => field.toLowerCase()))) {
    const [left, right] = [headerText(from, name), headerText(to, name)];
    if ((left === undefined ? null : reveal(left)) === (right === undefined ? null : reveal(right))) continue;
    const written = [...to.headers, ...from.headers].find(([field]) => field.toLowerCase() === name)?.[0] ?? name;
    parts.push({
      kind: 'header',
      name: written,
      label: `the header ‹${written}›`,
      apply: (request) => (right === undefined ? withoutHeader(request, name) : withHeader(request, written, right)),
    });
  }
  if (bodyKey(from, reveal) !== bodyKey(to, reveal))
    parts.push({ kind: 'body', name: '', label: 'the body', apply: (request) => ({ ...request, body: to.body }) });
  if (from.policy.redirects.follow !== to.policy.redirects.follow) {
    parts.push({
      kind: 'redirects',
      name: '',
      label: 'whether redirects are followed',
      apply: (request) => ({ ...request, policy: { ...request.policy, redirects: to.policy.redirects } }),
    });
  }
  return parts;
}

function queryPart(name: string, theirs: ReturnType<typeof splitUrl>): RequestPart {
  const values = theirs.parameters.filter((parameter) => parameter.name === name);
  const apply = (request: RequestSpec): RequestSpec => {
    const { base, parameters } = splitUrl(request.url);
    const [first] = values;
    if (values.length === 1 && first !== undefined && parameters.some((parameter) => parameter.name === name))
      return replaceParameter(request, name, first.value);
    return {
      ...request,
      url: joinUrl({ base, parameters: [...parameters.filter((parameter) => parameter.name !== name), ...values] }),
    };
  };
  return { kind: 'query', name, label: `the query parameter ‹${name}›`, apply };
}

function bodyKey({ body }: RequestSpec, reveal: (text: Text) => string): string {
  switch (body.kind) {
    case 'none':
      return '';
    case 'text':
    case 'form':
      return reveal(body.text);
    case 'bytes':
      return Buffer.from(body.bytes).toString('latin1');
    case 'multipart':
      return JSON.stringify(
        body.parts.map(({ name, filename, content }) => [
          reveal(name),
          filename === undefined ? '' : reveal(filename),
          content instanceof Uint8Array ? Buffer.from(content).toString('latin1') : reveal(content),
        ]),
      );
    default:
      return body satisfies never;
  }
}
