import { memberOf } from '../../formats/json/member-of.ts';
import { scalarText } from '../../formats/json/scalar-text.ts';
import type { Json } from '../../model/json.ts';
import type { HeaderField } from '../../model/request-spec.ts';
import { chooseRequest } from '../choose-request.ts';
import { hasHeader, ownHeaders } from '../header-fields.ts';
import type { PlainBody, PlainRequest } from '../plain-request.ts';
import type { WorkingContext } from '../working-context.ts';
import { authenticate } from './auth.ts';
import { readPostmanBody } from './body.ts';
import { listPostmanItems } from './items.ts';
import { pairsOf } from './pairs.ts';
import { readPostmanUrl } from './url.ts';
import { fillPostman } from './variables.ts';

/** What Postman of today adds by itself; its token and `Cache-Control` are left out, since they differ each time or say nothing. */
const systemHeaders: readonly HeaderField[] = [
  ['User-Agent', 'PostmanRuntime/7.43.0'],
  ['Accept', '*/*'],
  ['Accept-Encoding', 'gzip, deflate, br'],
];

const withoutBody: ReadonlySet<string> = new Set(['GET', 'HEAD', 'COPY', 'PURGE', 'UNLOCK']);

/** The request of a collection as Postman sends it: variables filled, what is switched off left out, the nearest authentication applied. */
export function readPostman(collection: Json, context: WorkingContext): PlainRequest {
  const { request, auths, behaviors, events, variables } = chooseRequest(listPostmanItems(collection), context);
  const fill = fillPostman(variables, context);
  const behavior = (name: string): Json | undefined =>
    behaviors.map((block) => memberOf(block, name)).find((value) => value !== undefined);
  const isSet = (name: string): boolean | undefined => {
    const value = behavior(name);
    return value?.kind === 'boolean' ? value.value : undefined;
  };
  const method = fill(scalarText(memberOf(request, 'method')) ?? 'GET').toUpperCase();
  const address = readPostmanUrl(request.kind === 'string' ? request : memberOf(request, 'url'), fill);
  const isPruned = withoutBody.has(method) && isSet('disableBodyPruning') !== true;
  const { body, contentType } = isPruned
    ? { body: { kind: 'none' } as const }
    : readPostmanBody(memberOf(request, 'body'), fill, context);
  const written = pairsOf(memberOf(request, 'header'), fill).map(([name, value]): HeaderField => [name.trim(), value ?? '']);
  const signed = authenticate({ headers: written, url: address.url }, auths, fill);
  const off = new Set(disabled(behavior('disabledSystemHeaders')));
  const own = [...systemHeaders, ...(contentType === undefined ? [] : [['Content-Type', contentType] as const])];
  const added = own.filter(([name]) => !hasHeader(signed.headers, name) && !off.has(name.toLowerCase()));
  return {
    method,
    url: signed.url,
    headers: ownHeaders(withBoundary([...signed.headers, ...added, ...userInfo(signed.headers, address)], body)),
    body,
    redirects: {
      follow: isSet('followRedirects') ?? true,
      limit: Number(scalarText(behavior('maxRedirects')) ?? 10),
      keepAuthorization: isSet('followAuthorizationHeader') ?? false,
    },
    ...(signed.signature === undefined ? {} : { signature: signed.signature }),
    notes: noteScripts(events),
  };
}

function userInfo(
  headers: readonly HeaderField[],
  { user, password }: ReturnType<typeof readPostmanUrl>,
): readonly HeaderField[] {
  if (user === undefined || hasHeader(headers, 'Authorization')) return [];
  return [['Authorization', `Basic ${Buffer.from(`${user}:${password ?? ''}`, 'utf8').toString('base64')}`]];
}

function disabled(block: Json | undefined): readonly string[] {
  if (block?.kind !== 'object') return [];
  return block.members.flatMap(({ key, value }) => (value.kind === 'boolean' && value.value ? [key.toLowerCase()] : []));
}

/** The boundary is made anew, also where the collection has one from an earlier sending. */
function withBoundary(headers: readonly HeaderField[], body: PlainBody): readonly HeaderField[] {
  if (body.kind !== 'multipart') return headers;
  return headers.map(([name, value]) =>
    name.toLowerCase() === 'content-type' ? [name, `multipart/form-data; boundary=${body.boundary}`] : [name, value],
  );
}

function noteScripts(events: readonly Json[]): readonly string[] {
  const hasScript = events.some(
    (list) => list.kind === 'array' && list.items.some((event) => scalarText(memberOf(event, 'listen')) === 'prerequest'),
  );
  return hasScript ? ['the collection has a script that runs before the request; it is not run here'] : [];
}
