import type { ResolvedAction } from '../../../model/action.ts';
import type { RequestSpec } from '../../../model/request-spec.ts';
import type { Text } from '../../../model/text.ts';
import { sliceText } from '../../working/slice-text.ts';
import { decodeComponent, splitUrl } from '../../working/url-parts.ts';
import type { CredentialUse } from './credential-use.ts';
import { decodeBase64 } from './decode-base64.ts';
import { optionPointer, optionText } from './option-text.ts';
import { labelOf, pillOf } from './pill-of.ts';
import { splitScheme } from './split-scheme.ts';

interface Carrier {
  readonly action: ResolvedAction;
  readonly request: RequestSpec;
  readonly reveal: (text: Text) => string;
}

const HEADER =
  /^(?:(?:proxy-)?authorization|cookie|key|token|secret|api-?key|api-?token|apikey|.*[-_](?:api-?key|apikey|key|token|secret|auth|authorization|password|credential)|x-auth-.*)$/i;
const NO_CREDENTIAL = /^(?:idempotency-key|x-idempotency-key|sec-websocket-key|x-csrf-token|x-xsrf-token|x-request-key)$/i;
const PARAMETER =
  /^(?:api[_-]?key|apikey|key|app_?key|application_key|token|api_?token|access[_-]?token|auth|auth_?token|subscription-key|client_secret|secret|password|sig|signature)$/i;

/** Every place where the request carries a credential: all that hold a variable, and those whose name says so. The `Authorization` header first. */
export function findCredentials(carrier: Carrier): readonly CredentialUse[] {
  const { request } = carrier;
  const headers = request.headers
    .filter(([name, text]) => (hasVariable(text) || HEADER.test(name)) && !NO_CREDENTIAL.test(name))
    .map(([name, text]) => headerUse(carrier, name, text));
  const { base, parameters } = splitUrl(request.url);
  const query = parameters
    .filter(({ name, value }) => hasVariable(value) || (PARAMETER.test(name) && value.length > 0))
    .map(({ name, value }) => plainUse(carrier, { place: 'query', name, text: value, option: 'url' }));
  const others: CredentialUse[] = [];
  if (hasVariable(base)) others.push(plainUse(carrier, { place: 'path', name: '', text: base, option: 'url' }));
  const { body } = request;
  if ((body.kind === 'text' || body.kind === 'form') && hasVariable(body.text))
    others.push(plainUse(carrier, { place: 'body', name: '', text: body.text, option: 'payload' }));
  if (request.signature !== undefined) {
    others.push(plainUse(carrier, { place: 'signature', name: '', text: request.signature.accessKey, option: 'headers' }));
  }
  const isFirst = ({ name }: CredentialUse) => name.toLowerCase() === 'authorization';
  return [...headers.filter(isFirst), ...headers.filter((use) => !isFirst(use)), ...query, ...others];
}

function hasVariable(text: Text): boolean {
  return text.some((piece) => typeof piece !== 'string');
}

function headerUse(carrier: Carrier, name: string, text: Text): CredentialUse {
  const { action, reveal } = carrier;
  const value = reveal(text);
  const { scheme, separator } = splitScheme(value, name.toLowerCase() === 'authorization');
  const start = scheme.length + separator.length;
  const secret = value.slice(start);
  const secretText = sliceText(text, [start, value.length], reveal);
  const written = optionText(action, ['headers', name])?.written;
  const option = written === undefined && optionText(action, ['basic_auth']) !== undefined ? 'basic_auth' : 'headers';
  const pointer = optionPointer(action, option === 'headers' ? ['headers', name] : ['basic_auth']);
  const pill = pillOf(secretText, written);
  return {
    place: 'header',
    name,
    text,
    value,
    scheme,
    separator,
    secretText,
    secret,
    pair: scheme.toLowerCase() === 'basic' ? readPair(secret) : null,
    label: labelOf(secretText),
    ...pill,
    option,
    ...(pointer === undefined ? {} : { pointer }),
  };
}

/** The user and the password that base64 (RFC 7617) stands for; null where it is not a pair. */
export function readPair(secret: string): { readonly user: string; readonly password: string } | null {
  const decoded = decodeBase64(secret);
  const colon = decoded?.indexOf(':') ?? -1;
  return decoded === null || colon === -1 ? null : { user: decoded.slice(0, colon), password: decoded.slice(colon + 1) };
}

interface PlainUse {
  readonly place: CredentialUse['place'];
  readonly name: string;
  readonly text: Text;
  readonly option: string;
}

function plainUse({ action, reveal }: Carrier, { place, name, text, option }: PlainUse): CredentialUse {
  const sent = reveal(text);
  const value = place === 'query' ? decodeComponent(sent) : sent;
  const inPayload = place === 'query' ? optionText(action, ['payload', name]) : undefined;
  const path = inPayload === undefined ? [option] : ['payload', name];
  const pointer = optionPointer(action, path);
  return {
    place,
    name,
    text,
    value,
    scheme: '',
    separator: '',
    secretText: text,
    secret: value,
    pair: null,
    label: labelOf(text),
    ...pillOf(text, inPayload?.written),
    option: path[0] ?? option,
    ...(pointer === undefined ? {} : { pointer }),
  };
}
