// The parts of Newman's own dependencies that the host reaches into; they ship no types.

declare module 'postman-runtime' {
  interface RunOptions {
    readonly requester?: object;
    [option: string]: unknown;
  }
  export const Runner: { readonly prototype: { run(collection: unknown, options: RunOptions, callback: unknown): unknown } };
}

declare module 'postman-runtime/postman-request' {
  import type { EventEmitter } from 'node:events';
  import type { ClientRequest, IncomingMessage } from 'node:http';

  export interface PostmanRequest extends EventEmitter {
    readonly agents?: unknown;
    readonly uri: { readonly href: string; readonly protocol: string; readonly host: string };
    readonly req?: ClientRequest;
    readonly _aborted?: boolean;
    readonly method: string;
    readonly _redirect: { allowRedirect(this: unknown, response: IncomingMessage): boolean };
    start(): void;
    onRequestResponse(response: IncomingMessage): void;
    readResponseBody(response: IncomingMessage & { body?: Buffer }): void;
  }
  export const Request: { readonly prototype: PostmanRequest };
}

declare module '@postman/tough-cookie' {
  export const CookieJar: {
    readonly prototype: {
      /** Where cookies are kept; one in memory has them by domain. */
      readonly store: { readonly idx?: object };
      getCookies(...words: unknown[]): unknown;
    };
  };
}

declare module 'newman/lib/config/index.js' {
  interface ReadOptions {
    readonly ignoreRcFile?: boolean;
    readonly ignoreProcessEnvironment?: boolean;
  }
  type Done = (error: unknown, options: unknown) => void;
  const config: { get(overrides: object, options: ReadOptions, callback: Done): void };
  export default config;
}
