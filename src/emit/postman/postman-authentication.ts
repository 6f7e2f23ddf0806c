import type { RequestSpec } from '../../model/request-spec.ts';
import type { Text } from '../../model/text.ts';
import type { BasicCredentials } from '../find-basic-credentials.ts';
import type { PostmanAuthentication } from './postman-collection.ts';

/** Postman's own form of an authentication, with its attributes still as texts. */
export interface AuthenticationBlock {
  readonly texts: readonly Text[];
  readonly write: (print: (text: Text) => string) => PostmanAuthentication;
}

/** The `auth` block where Postman has one that sends the same bytes: a Basic pair, an AWS signature. Null otherwise. */
export function postmanAuthentication(
  signature: RequestSpec['signature'],
  basic: BasicCredentials | null,
): AuthenticationBlock | null {
  if (signature !== undefined) {
    const attributes: readonly (readonly [string, Text])[] = [
      ['accessKey', signature.accessKey],
      ['secretKey', signature.secretKey],
      ['region', [signature.region]],
      ['service', [signature.service]],
      ...(signature.sessionToken === undefined ? [] : [['sessionToken', signature.sessionToken] as const]),
    ];
    return { texts: attributes.map(([, text]) => text), write: (print) => ({ type: 'awsv4', awsv4: write(attributes, print) }) };
  }
  if (basic === null) return null;
  const attributes: readonly (readonly [string, Text])[] = [
    ['username', basic.username],
    ['password', basic.password],
  ];
  return { texts: attributes.map(([, text]) => text), write: (print) => ({ type: 'basic', basic: write(attributes, print) }) };
}

function write(attributes: readonly (readonly [string, Text])[], print: (text: Text) => string) {
  return attributes.map(([key, text]) => ({ key, value: print(text), type: 'string' as const }));
}
