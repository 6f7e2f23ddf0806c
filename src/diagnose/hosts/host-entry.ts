import type { CauseCode } from '../../model/verdict.ts';

/** One API as far as a diagnosis needs to know it. Every entry says where its facts come from. */
export interface HostEntry {
  /** As people call it: `GitHub`. */
  readonly name: string;
  /** Host names in lower case; `*.okta.com` stands for every name below it. May be empty for software that is run anywhere. */
  readonly hosts: readonly string[];
  /** Tells software that is run anywhere by a header of its answers: every one must match. */
  readonly answers?: readonly { readonly header: string; readonly pattern: string }[];
  /** Tells software that is run anywhere by the path of a call: regular expressions, of which one must match. */
  readonly paths?: readonly string[];
  /** Ways to send a credential, the usual one first. */
  readonly credentials: readonly HostCredential[];
  /** A harmless call that says who the credential belongs to; an absolute path on the same host. */
  readonly identity?: { readonly method: 'GET' | 'HEAD'; readonly path: string };
  /** Other hosts of the same API: a credential of one does not work at another. */
  readonly regions?: readonly string[];
  /** What an error looks like where the status says success. */
  readonly errors?: readonly ErrorShape[];
  /** What the API's own error codes and messages mean; the first match counts. */
  readonly words?: readonly HostWord[];
  /** True where the API answers 404 for what a credential may not see. */
  readonly hidesAsNotFound?: boolean;
  /** Header fields that every call needs beside the credential, each with a value that fits. */
  readonly requires?: readonly { readonly name: string; readonly value: string }[];
  /** What a credential belongs to by the way it begins, and to which hosts it fits: another one is `wrong-environment`. */
  readonly environments?: readonly HostEnvironment[];
  /** What the claims of its access tokens (JWT) hold, as regular expressions. */
  readonly token?: { readonly issuer?: string; readonly audience?: string };
  /** Where the facts were found: a URL of the API's documentation. */
  readonly source: string;
}

/** One way in which an API takes a credential. */
export interface HostCredential {
  readonly place: 'header' | 'query';
  /** The header or the query parameter. */
  readonly name: string;
  /** Before the credential, a space between: `Bearer`, `SSWS`, `Basic`; empty where it stands alone. */
  readonly scheme: string;
  /** How the credentials begin; empty where nothing is known. */
  readonly prefixes: readonly string[];
  /** For Basic: what stands where, `*` for the credential: `*:`, `:*`, `api:*`; absent for a user and a password. */
  readonly pair?: string;
  /** What stands right before the credential, behind the scheme: `token=`. */
  readonly before?: string;
  /** Header fields or parameters that have to be sent along with this one. */
  readonly with?: readonly string[];
}

/** An environment or a region of an API. */
export interface HostEnvironment {
  /** `test`, `eu`. */
  readonly name: string;
  /** How its credentials begin. */
  readonly prefixes: readonly string[];
  /** The hosts that take them; absent where every host does and the credential alone decides. */
  readonly hosts?: readonly string[];
}

/** An error in the body of an answer whose status says success: the value at `pointer` equals `equals`, or only stands there. */
export interface ErrorShape {
  /** RFC 6901 JSON Pointer into the body. */
  readonly pointer: string;
  readonly equals?: string | number | boolean | null;
  /** Where the error's code or message stands. */
  readonly message?: string;
}

/** What an error code or message of an API means. */
export interface HostWord {
  /** A regular expression, matched without regard to case against each text of the body. */
  readonly pattern: string;
  /** `unseen`: the server saw no credential, whatever the reason. */
  readonly code: CauseCode | 'unseen';
  /** True where the words leave no doubt. */
  readonly certain: boolean;
}
