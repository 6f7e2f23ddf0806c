import type { RequestSpec } from '../model/request-spec.ts';
import type { SecretValues } from '../model/text.ts';
import { createSecretNames, type WorkingSecret } from './conceal/names.ts';
import { concealRequest } from './conceal/request.ts';
import { readCurl } from './curl/read-curl.ts';
import { readWorkingDocument } from './read-working-document.ts';
import type { WorkingContext } from './working-context.ts';

/** A request that is known to work, its credentials apart from it. */
export interface WorkingRequest {
  readonly request: RequestSpec;
  /** What nothing that is written may show: each value as it stands in the request, and decoded. */
  readonly secrets: readonly WorkingSecret[];
  /** The values of the request's variables, by name; the names are none of those in use elsewhere. */
  readonly values: SecretValues;
  /** What the comparison leaves out of the request, a sentence each, without values. */
  readonly notes: readonly string[];
}

/**
 * Reads a request that works: a curl command for bash or cmd.exe, a request of a Postman collection, or one of a HAR. Credentials in it
 * become variables; what it says of certificates, proxies and times is left out. Nothing is run or sent.
 * @throws HarnessError `collection`, `invalid-option`, `invalid-url`, `invalid-header` or `unresolved-reference`, with its place where it is known.
 */
export function readWorking(text: string, context: WorkingContext): WorkingRequest {
  const isDocument = /^\ufeff?\s*[[{]/u.test(text);
  const plain = isDocument ? readWorkingDocument(text, context) : readCurl(text, context);
  const names = createSecretNames(context.taken);
  const request = concealRequest(plain, { names, isSecretName: context.isSecretName }, context.policy);
  return { request, secrets: names.secrets(), values: names.values(), notes: plain.notes };
}
