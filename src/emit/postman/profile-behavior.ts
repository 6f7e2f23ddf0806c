import type { RequestSpec } from '../../model/request-spec.ts';
import type { ProtocolProfileBehavior } from './postman-collection.ts';

/** Fields that Newman would add by itself; a field of the request with one of these names is still sent. `Host` and `Content-Length` stay: without them there is no message (with chunks of its own, a message has no length). */
const systemHeaders: ProtocolProfileBehavior['disabledSystemHeaders'] = {
  'user-agent': true,
  accept: true,
  'cache-control': true,
  'postman-token': true,
  'accept-encoding': true,
  connection: true,
  'content-type': true,
};

/** The settings that make Newman send the request as it is written, and follow redirects as Tines does. */
export function profileBehavior({ method, headers, policy }: RequestSpec): ProtocolProfileBehavior {
  const { redirects, tls } = policy;
  const chunked = headers.some(([name]) => name.toLowerCase() === 'transfer-encoding');
  return {
    disableUrlEncoding: true,
    disableBodyPruning: true,
    disableCookies: true,
    followRedirects: redirects.follow,
    maxRedirects: redirects.limit,
    followOriginalHttpMethod: method === 'OPTIONS',
    followAuthorizationHeader: redirects.keepAuthorization,
    removeRefererHeaderOnRedirect: true,
    strictSSL: tls.verify,
    disabledSystemHeaders: chunked ? { ...systemHeaders, 'content-length': true } : systemHeaders,
  };
}
