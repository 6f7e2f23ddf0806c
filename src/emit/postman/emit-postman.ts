import type { RequestSpec } from '../../model/request-spec.ts';
import type { SecretValues, Text } from '../../model/text.ts';
import { checkRequest } from '../check/check-request.ts';
import { checkValues } from '../check/check-values.ts';
import { normalizeUrl } from '../check/normalize-url.ts';
import type { Content } from '../content.ts';
import { contentText } from '../content-text.ts';
import { findBasicCredentials } from '../find-basic-credentials.ts';
import { joinCookies } from '../join-cookies.ts';
import { nameVariables } from '../name-variables.ts';
import { requestContent } from '../request-content.ts';
import { textValue } from '../text-value.ts';
import { variableKey } from '../variable-key.ts';
import { bodyLanguage } from './body-language.ts';
import { headerEncoding } from './header-encoding.ts';
import { literalPlaceholders } from './literal-placeholders.ts';
import { policyLosses } from './policy-losses.ts';
import type { PostmanArtifact } from './postman-artifact.ts';
import { postmanAuthentication } from './postman-authentication.ts';
import { postmanBody } from './postman-body.ts';
import type { PostmanCollection, PostmanItem } from './postman-collection.ts';
import { postmanHeaders } from './postman-headers.ts';
import { postmanUrl } from './postman-url.ts';
import { profileBehavior } from './profile-behavior.ts';
import { stableId } from './stable-id.ts';
import { unavoidableLosses } from './unavoidable-losses.ts';

export interface PostmanNaming {
  readonly name: string;
  readonly description?: string;
  /** Only for a collection that is run at once and never written: secrets are put into a body that has to be bytes, where no variable can stand. */
  readonly values?: SecretValues;
}

/**
 * A Postman 2.1 collection with the one request, which Newman sends byte for byte as specified, and an environment with the names of its
 * secrets. It has no scripts. Throws a HarnessError where HTTP forbids the request.
 */
export function emitPostman(request: RequestSpec, { name, description, values }: PostmanNaming): PostmanArtifact {
  if (values === undefined) checkRequest(request);
  else checkValues(request, values);
  const basic = request.signature === undefined ? findBasicCredentials(request.headers) : null;
  const authentication = postmanAuthentication(request.signature, basic);
  const url = normalizeUrl(request.url);
  const content = requestContent(request.body) ?? [];
  const fields = joinCookies(basic?.otherHeaders ?? request.headers);
  const encoding = headerEncoding(fields, isTextToSend(content, values), values);
  const headers = postmanHeaders(fields, encoding);
  const body = postmanBody(content, { language: bodyLanguage(request.headers), asBytes: encoding === 'bytes', values });
  const texts = [url, ...(authentication?.texts ?? []), body.text ?? []];
  const headerTexts = headers.map(([, value]) => value);
  const placeholders = literals([...texts, ...headerTexts]);
  const named = nameVariables([...texts, ...headerTexts], new Set(placeholders));
  const keys = new Map(named.map(({ variable, postman }) => [variableKey(variable), postman]));
  const print = (text: Text): string =>
    text.map((piece) => (typeof piece === 'string' ? piece : `{{${keys.get(variableKey(piece)) ?? piece.name}}}`)).join('');
  const notes = named.flatMap(({ postman, note }) => (note === '' ? [] : [`${postman}: ${note}`]));
  const printedBody = body.write(print(body.text ?? []));
  const item: Omit<PostmanItem, 'id'> = {
    name,
    protocolProfileBehavior: profileBehavior(request),
    request: {
      ...(authentication === null ? {} : { auth: authentication.write(print) }),
      method: request.method,
      header: headers.map(([key, value]) => ({ key, value: print(value) })),
      ...(printedBody === null ? {} : { body: printedBody }),
      url: postmanUrl(print(url)),
      ...(notes.length === 0 ? {} : { description: notes.join('\n\n') }),
    },
    response: [],
  };
  // What is never written needs no ids: to make them is a third of the work.
  const id = values === undefined ? stableId(JSON.stringify(item)) : null;
  const idOf = (part: string): { readonly id?: string } => (id === null ? {} : { id: stableId(`${id} ${part}`) });
  const collection: PostmanCollection = {
    info: {
      ...(id === null ? {} : { _postman_id: id }),
      name,
      ...(description === undefined ? {} : { description }),
      schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json',
    },
    item: [{ ...idOf('request'), ...item }],
    ...(placeholders.length === 0
      ? {}
      : { variable: placeholders.map((key) => ({ key, value: `{{${key}}}`, type: 'string' as const })) }),
  };
  const elsewhere = new Set(texts.flat().flatMap((piece) => (typeof piece === 'string' ? [] : [variableKey(piece)])));
  return {
    collection,
    environment: {
      ...idOf('environment'),
      name,
      values: named.map(({ postman }) => ({ key: postman, value: '', type: 'secret', enabled: true })),
      _postman_variable_scope: 'environment',
    },
    variables: named.map((variable) => {
      const inHeaders = !elsewhere.has(variableKey(variable.variable));
      return { ...variable, inHeaders, encoding: inHeaders ? encoding : 'text' };
    }),
    losses: [...policyLosses(request.policy), ...body.losses, ...unavoidableLosses(request)],
  };
}

/** A body that is only a secret is taken to be there, unless the secret is known to be empty. */
function isTextToSend(content: Content, values: SecretValues | undefined): boolean {
  const text = contentText(content) ?? [];
  return values === undefined ? text.length > 0 : textValue(text, values) !== '';
}

function literals(texts: readonly Text[]): readonly string[] {
  return [...new Set(texts.flat().flatMap((piece) => (typeof piece === 'string' ? literalPlaceholders(piece) : [])))];
}
