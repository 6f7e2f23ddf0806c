import type { Json, JsonObject } from '../../model/json.ts';
import type { RecordedRequest } from '../../model/outcome.ts';
import type { HeaderField } from '../../model/request-spec.ts';
import type { ResolvedText, Text } from '../../model/text.ts';
import type { FilledParts, LocalRequest } from '../masks/filled-parts.ts';
import { joinPieces } from '../masks/join-pieces.ts';
import { labelText } from '../masks/label-text.ts';
import { optionOf, withOption } from '../option-of.ts';
import { queryOfParams } from './query-of-params.ts';

/** Methods whose payload goes into the query. */
const withoutBody: ReadonlySet<string> = new Set(['GET', 'HEAD', 'TRACE']);

/**
 * The action's options with what the log shows in the place of what the templates give: address, method, headers, content type, payload.
 * What the log does not show (redirects, certificates, credentials for Basic) stays. Multipart payloads stay, too: the log does not show
 * files as they were sent.
 */
export function optionsOfLog(logged: RecordedRequest, parts: FilledParts, local: LocalRequest): JsonObject<ResolvedText> {
  const { options } = local.resolved;
  const isQuery = withoutBody.has(logged.method);
  const isMultipart = local.request.body.kind === 'multipart';
  const hasQuery = !isQuery && !isNothing(parts.params);
  const { headers, contentType } = chooseHeaders(logged, parts, local);
  const changes: readonly (readonly [string, Json<ResolvedText> | undefined])[] = [
    ['url', placed(options, 'url', { kind: 'string', value: hasQuery ? withQuery(parts, options) : parts.url })],
    ['method', placed(options, 'method', { kind: 'string', value: [logged.method.toLowerCase()] })],
    ['headers', placed(options, 'headers', headersObject(headers, options))],
    ...(contentType === 'kept' ? [] : [['content_type', contentType] as const]),
    ...(isMultipart ? [] : [['payload', payloadOf(isQuery ? parts.params : parts.body)] as const]),
    ...(headers.some(([name]) => /^user-agent$/iu.test(name)) ? [['user_agent', undefined] as const] : []),
  ];
  return changes.reduce((changed, [name, value]) => withOption(changed, name, value), options);
}

interface ChosenHeaders {
  readonly headers: readonly HeaderField<Text>[];
  /** What the option becomes; undefined takes it away. */
  readonly contentType: Json<ResolvedText> | undefined | 'kept';
}

/** The log shows the author's content type and the option's side by side; the last one that is set is the one sent. */
function chooseHeaders(
  logged: RecordedRequest,
  parts: FilledParts,
  { resolved: { options }, request }: LocalRequest,
): ChosenHeaders {
  const isType = ([name]: HeaderField<Text>): boolean => /^content-type$/iu.test(name);
  const others = parts.headers.filter(
    (field) => !isType(field) && !/^(?:content-length|transfer-encoding|host|connection)$/iu.test(field[0]),
  );
  const shown = parts.headers.findLast((field) => isType(field) && field[1].length > 0)?.[1];
  const here = request.headers.find(isType)?.[1];
  if (shown === undefined) {
    const isSure = withoutBody.has(logged.method) && isNothing(parts.body);
    return { headers: others, contentType: isSure ? undefined : 'kept' };
  }
  if (here !== undefined && mediaType(here) === mediaType(shown)) {
    const own = optionOf(options, 'headers');
    const names = own?.kind === 'object' ? own.members.map(({ key }) => labelText(key)) : [];
    return {
      headers: parts.headers.filter((field) => others.includes(field) || (isType(field) && names.includes(field[0]))),
      contentType: 'kept',
    };
  }
  return { headers: others, contentType: { kind: 'string', value: shown } };
}

/** A multipart boundary is made for each request. */
function mediaType(text: Text): string {
  return labelText(text)
    .replace(/;\s*boundary=.*$/iu, '')
    .trim()
    .toLowerCase();
}

function headersObject(headers: readonly HeaderField<Text>[], options: JsonObject<ResolvedText>): Json<ResolvedText> {
  const own = optionOf(options, 'headers');
  const written = own?.kind === 'object' ? own.members : [];
  const members = headers.map(([name, value]) => {
    const source = written.find(({ key }) => labelText(key).toLowerCase() === name.toLowerCase())?.value.source;
    return { key: [name], value: { kind: 'string', value, ...(source === undefined ? {} : { source }) } as const };
  });
  return { kind: 'object', members };
}

function placed(options: JsonObject<ResolvedText>, name: string, value: Json<ResolvedText>): Json<ResolvedText> {
  const source = optionOf(options, name)?.source;
  return source === undefined ? value : { ...value, source };
}

function payloadOf(json: Json<ResolvedText>): Json<ResolvedText> | undefined {
  return isNothing(json) ? undefined : json;
}

function withQuery({ url, params }: FilledParts, options: JsonObject<ResolvedText>): Text {
  const style = optionOf(options, 'params_encoder');
  const isFlat = style?.kind === 'string' && labelText(style.value).toLowerCase() === 'flat';
  const separator = url.some((piece) => typeof piece === 'string' && piece.includes('?')) ? '&' : '?';
  return joinPieces([...url, separator, ...queryOfParams(params, isFlat)]);
}

function isNothing(json: Json<ResolvedText>): boolean {
  if (json.kind === 'null') return true;
  if (json.kind === 'object') return json.members.length === 0;
  return json.kind === 'string' && json.value.length === 0;
}
