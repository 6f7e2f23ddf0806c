/** The part of Postman's collection format 2.1 that is written here. */
export interface PostmanCollection {
  readonly info: {
    /** This id and those of the items are left out where the collection is only run. */
    readonly _postman_id?: string;
    readonly name: string;
    readonly description?: string;
    readonly schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json';
  };
  readonly item: readonly PostmanItem[];
  /** Placeholders that stand in literal text, each with itself as its value, so that Postman sends them as they are. */
  readonly variable?: readonly PostmanAttribute[];
}

export interface PostmanItem {
  readonly id?: string;
  readonly name: string;
  readonly protocolProfileBehavior: ProtocolProfileBehavior;
  readonly request: PostmanRequest;
  readonly response: readonly [];
}

export interface PostmanRequest {
  readonly auth?: PostmanAuthentication;
  readonly method: string;
  readonly header: readonly { readonly key: string; readonly value: string }[];
  readonly body?: PostmanBody;
  readonly url: PostmanUrl | string;
  readonly description?: string;
}

export interface PostmanUrl {
  readonly raw: string;
  readonly protocol: string;
  readonly host: readonly string[];
  readonly port?: string;
  readonly path: readonly string[];
  readonly query?: readonly { readonly key: string | null; readonly value: string | null }[];
}

export type PostmanBody =
  | { readonly mode: 'raw'; readonly raw: string; readonly options?: { readonly raw: { readonly language: string } } }
  /** `content` is base64; Newman sends what it decodes to and reads no file. */
  | { readonly mode: 'file'; readonly file: { readonly content: string } };

export interface PostmanAttribute {
  readonly key: string;
  readonly value: string;
  readonly type: 'string';
}

export type PostmanAuthentication =
  | { readonly type: 'basic'; readonly basic: readonly PostmanAttribute[] }
  | { readonly type: 'awsv4'; readonly awsv4: readonly PostmanAttribute[] };

export interface ProtocolProfileBehavior {
  readonly disableUrlEncoding: true;
  readonly disableBodyPruning: true;
  readonly disableCookies: true;
  readonly followRedirects: boolean;
  readonly maxRedirects: number;
  readonly followOriginalHttpMethod: boolean;
  readonly followAuthorizationHeader: boolean;
  readonly removeRefererHeaderOnRedirect: true;
  readonly strictSSL: boolean;
  readonly disabledSystemHeaders: Readonly<Record<string, true>>;
}
