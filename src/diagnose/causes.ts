import type { ArticleCause, CauseCode } from '../model/verdict.ts';
import { addressNotAllowed } from './rules/address-not-allowed.ts';
import { authOverridden } from './rules/auth-overridden.ts';
import { basicDoubleEncoded } from './rules/basic-double-encoded.ts';
import { basicNoColon } from './rules/basic-no-colon.ts';
import { basicNotEncoded } from './rules/basic-not-encoded.ts';
import { basicUrlSafe } from './rules/basic-url-safe.ts';
import { charsetRejected } from './rules/charset-rejected.ts';
import { clientHeader } from './rules/client-header.ts';
import { clockSkew } from './rules/clock-skew.ts';
import { connect } from './rules/connect.ts';
import { contentTypeMismatch } from './rules/content-type-mismatch.ts';
import { credentialDomainRestricted } from './rules/credential-domain-restricted.ts';
import { credentialEmpty } from './rules/credential-empty.ts';
import { credentialExpired } from './rules/credential-expired.ts';
import { credentialNotYetValid } from './rules/credential-not-yet-valid.ts';
import { credentialQuoted } from './rules/credential-quoted.ts';
import { credentialRejected } from './rules/credential-rejected.ts';
import { credentialUnresolved } from './rules/credential-unresolved.ts';
import { credentialWhitespace } from './rules/credential-whitespace.ts';
import { dns } from './rules/dns.ts';
import { egressBlocked } from './rules/egress-blocked.ts';
import { headerWrong } from './rules/header-wrong.ts';
import { httpVersion } from './rules/http-version.ts';
import { leftoverPayload } from './rules/leftover-payload.ts';
import { methodNotAllowed } from './rules/method-not-allowed.ts';
import { methodNotPermitted } from './rules/method-not-permitted.ts';
import { notFound } from './rules/not-found.ts';
import { payloadAsQuery } from './rules/payload-as-query.ts';
import { permissionMissing } from './rules/permission-missing.ts';
import { pillStringified } from './rules/pill-stringified.ts';
import { privateAddress } from './rules/private-address.ts';
import { queryEncoding } from './rules/query-encoding.ts';
import { rateLimited } from './rules/rate-limited.ts';
import { redirectChangedMethod } from './rules/redirect-changed-method.ts';
import { redirectDroppedAuthorization } from './rules/redirect-dropped-authorization.ts';
import { schemeDoubled } from './rules/scheme-doubled.ts';
import { schemeMissing } from './rules/scheme-missing.ts';
import { schemeWrong } from './rules/scheme-wrong.ts';
import { serverError } from './rules/server-error.ts';
import { shadowedCredential } from './rules/shadowed-credential.ts';
import type { Rule } from './rules/suspicion.ts';
import { testCredential } from './rules/test-credential.ts';
import { timeout } from './rules/timeout.ts';
import { tlsClientCertificateRequired } from './rules/tls-client-certificate-required.ts';
import { tlsOther } from './rules/tls-other.ts';
import { tlsUntrusted } from './rules/tls-untrusted.ts';
import { userAgentBlocked } from './rules/user-agent-blocked.ts';
import { wrongAudience } from './rules/wrong-audience.ts';
import { wrongEnvironment } from './rules/wrong-environment.ts';

/** What is known of a cause; its page is `docs/causes/<code>.md`. */
export interface Cause {
  /** In the words of a headline, after “because”. */
  readonly title: string;
  /** Which of the help article's three causes it belongs to. */
  readonly article: ArticleCause;
  /** What a rule recognises it by; null where it is found by comparing requests, or where nothing else is left. */
  readonly rule: Rule | null;
}

const cause = (article: ArticleCause, title: string, rule: Rule | null): Cause => ({ article, title, rule });

/** Every cause that a diagnosis can name. In the order of the catalogue: of two that are equally certain the earlier comes first. */
export const causes: Readonly<Record<CauseCode, Cause>> = {
  'credential-unresolved': cause('format', 'the credential is sent with a template in it', credentialUnresolved),
  'credential-empty': cause('format', 'no credential is sent', credentialEmpty),
  'scheme-doubled': cause('format', 'the scheme stands twice before the credential', schemeDoubled),
  'basic-double-encoded': cause('format', 'the Basic pair is encoded twice', basicDoubleEncoded),
  'basic-not-encoded': cause('format', 'the Basic pair is not encoded', basicNotEncoded),
  'basic-no-colon': cause('format', 'the Basic pair has no colon', basicNoColon),
  'basic-url-safe': cause('format', 'the Basic pair is in URL-safe base64', basicUrlSafe),
  'credential-quoted': cause('format', 'quotation marks stand around the credential', credentialQuoted),
  'credential-whitespace': cause('format', 'white space stands around the credential', credentialWhitespace),
  'auth-overridden': cause('format', 'the Authorization header overrides basic_auth', authOverridden),
  'scheme-missing': cause('format', 'the scheme is missing before the credential', schemeMissing),
  'scheme-wrong': cause('format', 'the server takes another scheme', schemeWrong),
  'header-wrong': cause('format', 'the credential is in the wrong place', headerWrong),
  'rate-limited': cause(null, 'too many requests were made', rateLimited),
  'redirect-dropped-authorization': cause(null, 'a redirect to another host loses the credential', redirectDroppedAuthorization),
  'redirect-changed-method': cause(null, 'a redirect turns the request into a GET', redirectChangedMethod),
  'method-not-allowed': cause('method', 'the address does not take this method', methodNotAllowed),
  'method-not-permitted': cause('method', 'the credential may not be used with this method', methodNotPermitted),
  'clock-skew': cause('permission', 'two clocks disagree', clockSkew),
  'credential-not-yet-valid': cause('permission', 'the credential is not valid yet', credentialNotYetValid),
  'wrong-audience': cause('permission', 'the token was made for something else', wrongAudience),
  'wrong-environment': cause('permission', 'the credential belongs to another environment', wrongEnvironment),
  'credential-expired': cause('permission', 'the credential has expired', credentialExpired),
  'user-agent-blocked': cause(null, 'the User-Agent is refused', userAgentBlocked),
  'permission-missing': cause('permission', 'the credential lacks permission', permissionMissing),
  'credential-rejected': cause('permission', 'the server does not accept the credential', credentialRejected),
  'not-found': cause('permission', 'nothing is there, or it may not be seen', notFound),
  'charset-rejected': cause(null, 'the charset after the content type is refused', charsetRejected),
  'content-type-mismatch': cause(null, 'the server takes another content type', contentTypeMismatch),
  'leftover-payload': cause(null, 'the sample payload of the editor is still sent', leftoverPayload),
  'pill-stringified': cause(null, 'a value is sent as text', pillStringified),
  'payload-as-query': cause(null, 'the payload is sent in the query', payloadAsQuery),
  'query-encoding': cause(null, 'the server reads the query otherwise', queryEncoding),
  'client-header': cause(null, 'a header makes the difference', clientHeader),
  'http-version': cause(null, 'the version of HTTP makes the difference', httpVersion),
  'tls-client-certificate-required': cause(null, 'the server asks for a client certificate', tlsClientCertificateRequired),
  'tls-untrusted': cause(null, 'the server’s certificate is not trusted', tlsUntrusted),
  'tls-other': cause(null, 'TLS could not be agreed on', tlsOther),
  dns: cause(null, 'the host name has no address', dns),
  connect: cause(null, 'no connection is accepted', connect),
  timeout: cause(null, 'no answer came in time', timeout),
  'private-address': cause(null, 'the address is inside of a private network', privateAddress),
  'server-error': cause(null, 'the server fails by itself', serverError),
  'egress-blocked': cause(null, 'the tenant’s egress control stopped it', egressBlocked),
  'credential-domain-restricted': cause(null, 'the credential is restricted to other domains', credentialDomainRestricted),
  'address-not-allowed': cause(null, 'the sender’s address is not allowed', addressNotAllowed),
  'test-credential': cause(null, 'Tines uses the test value of the credential', testCredential),
  'shadowed-credential': cause(null, 'another credential of the same name is used', shadowedCredential),
  unexplained: cause(null, 'nothing known explains it', null),
};
