import type { RequestSpec } from '../../model/request-spec.ts';
import { checkRequest } from '../check/check-request.ts';
import { normalizeUrl } from '../check/normalize-url.ts';
import type { Content } from '../content.ts';
import { findBasicCredentials } from '../find-basic-credentials.ts';
import { joinCookies } from '../join-cookies.ts';
import { nameVariables } from '../name-variables.ts';
import { requestContent } from '../request-content.ts';
import type { CurlCommand, CurlOption } from './curl-command.ts';
import { headerOptions } from './header-options.ts';
import { methodOptions } from './method-options.ts';
import { policyOptions } from './policy-options.ts';
import { redirectOptions } from './redirect-options.ts';
import { signatureOptions } from './signature-options.ts';
import { urlOptions } from './url-options.ts';

/** The curl command that sends exactly the request, as options that every printer shares. Throws a HarnessError where HTTP forbids the request. */
export function emitCurl(request: RequestSpec): CurlCommand {
  checkRequest(request);
  const url = normalizeUrl(request.url);
  const content = curlContent(request);
  const basic = request.signature === undefined ? findBasicCredentials(request.headers) : null;
  const redirects = redirectOptions(request);
  const options: readonly CurlOption[] = [
    ...methodOptions(request.method, content !== null),
    ...urlOptions(url),
    ...(basic === null ? [] : [{ name: 'user', value: [...basic.username, ':', ...basic.password] }]),
    ...signatureOptions(request.signature),
    ...headerOptions(joinCookies(basic?.otherHeaders ?? request.headers), content),
    ...redirects.options,
    ...policyOptions(request),
  ];
  const texts = [url, ...options.map((option) => option.value ?? []), content ?? []];
  return { url, options, content, variables: nameVariables(texts), losses: redirects.losses };
}

/**
 * POST, PUT and PATCH announce their length even where it is 0 (RFC 9110, section 8.6): curl does so only if it is given an empty body.
 * Other methods have no body rather than an empty one, as in Newman.
 */
function curlContent(request: RequestSpec): Content | null {
  const content = requestContent(request.body) ?? [];
  const isEmpty = content.every((piece) => piece === '' || (piece instanceof Uint8Array && piece.length === 0));
  return isEmpty && !['POST', 'PUT', 'PATCH'].includes(request.method) ? null : content;
}
