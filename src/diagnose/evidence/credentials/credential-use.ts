import type { Text } from '../../../model/text.ts';

/** One place where the request carries a credential. */
export interface CredentialUse {
  readonly place: 'header' | 'query' | 'path' | 'body' | 'signature';
  /** The header or the query parameter; empty elsewhere. */
  readonly name: string;
  /** The whole value. */
  readonly text: Text;
  /** The whole value as sent. A secret. */
  readonly value: string;
  /** What stands before the credential: `Bearer`; empty where nothing does. */
  readonly scheme: string;
  /** Between scheme and credential, as written. */
  readonly separator: string;
  /** The credential itself, without its scheme. */
  readonly secretText: Text;
  /** The credential itself, as sent. A secret. */
  readonly secret: string;
  /** The pair behind `Basic`, where it can be decoded to one. Secrets. */
  readonly pair: { readonly user: string; readonly password: string } | null;
  /** For people: `‹CREDENTIAL.acme›`. */
  readonly label: string;
  /** What stands for the credential in the action: `CREDENTIAL.acme`. */
  readonly expression: string;
  /** The same as a pill: `<<CREDENTIAL.acme>>`. */
  readonly pill: string;
  /** The option that it comes from: `basic_auth`, `headers`, `url`, `payload`. */
  readonly option: string;
  readonly pointer?: string;
}
