import { memberOf } from '../formats/json/member-of.ts';
import { scalarText } from '../formats/json/scalar-text.ts';
import type { Json } from '../model/json.ts';
import type { HeaderField } from '../model/request-spec.ts';
import { chooseRequest } from './choose-request.ts';
import { hasHeader, ownHeaders } from './header-fields.ts';
import type { PlainBody, PlainRequest } from './plain-request.ts';
import { readWireUrl } from './wire-url.ts';
import type { WorkingContext } from './working-context.ts';

/** One request of a HAR (version 1.2), as it was recorded: it follows no redirect, since what it led to is an entry of its own. */
export function readHar(entries: readonly Json[], context: WorkingContext): PlainRequest {
  const requests = entries.flatMap((entry) => {
    const request = memberOf(entry, 'request');
    const url = scalarText(memberOf(request, 'url'));
    if (request === undefined || url === undefined) return [];
    const method = scalarText(memberOf(request, 'method')) ?? 'GET';
    return [{ path: `${method} ${url.replace(/[?#].*$/su, '')}`, name: url, request }];
  });
  return requestOf(chooseRequest(requests, context));
}

function requestOf(request: Json): PlainRequest {
  const { url } = readWireUrl(scalarText(memberOf(request, 'url')) ?? '', { keepDots: true });
  const headers = ownHeaders(pairsOf(memberOf(request, 'headers')));
  const cookies = pairsOf(memberOf(request, 'cookies'));
  const cookie: readonly HeaderField[] =
    cookies.length === 0 || hasHeader(headers, 'Cookie')
      ? []
      : [['Cookie', cookies.map(([name, value]) => `${name}=${value}`).join('; ')]];
  return {
    method: (scalarText(memberOf(request, 'method')) ?? 'GET').toUpperCase(),
    url,
    headers: [...headers.filter(([name]) => name.toLowerCase() !== 'host'), ...cookie],
    body: bodyOf(memberOf(request, 'postData')),
    redirects: { follow: false, limit: 0, keepAuthorization: false },
    notes: [],
  };
}

function bodyOf(data: Json | undefined): PlainBody {
  const text = scalarText(memberOf(data, 'text'));
  const parameters = pairsOf(memberOf(data, 'params'));
  if (text !== undefined && text !== '') {
    if (scalarText(memberOf(data, 'encoding')) !== 'base64') return { kind: 'text', text };
    return { kind: 'bytes', bytes: Buffer.from(text, 'base64') };
  }
  if (parameters.length === 0) return { kind: 'none' };
  return {
    kind: 'text',
    text: parameters.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join('&'),
  };
}

function pairsOf(list: Json | undefined): readonly HeaderField[] {
  if (list?.kind !== 'array') return [];
  return list.items.flatMap((item) => {
    const name = scalarText(memberOf(item, 'name'));
    return name === undefined ? [] : [[name, scalarText(memberOf(item, 'value')) ?? ''] as const];
  });
}
