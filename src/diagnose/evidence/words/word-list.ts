import type { ServerWord } from './server-word.ts';

/** A pattern for what servers say, and its meaning. */
export interface WordPattern {
  readonly pattern: RegExp;
  readonly says: ServerWord['says'];
  readonly certain: boolean;
}

const certain = (says: ServerWord['says'], pattern: RegExp): WordPattern => ({ says, pattern, certain: true });
const hint = (says: ServerWord['says'], pattern: RegExp): WordPattern => ({ says, pattern, certain: false });

/**
 * What the error texts of APIs mean, the first match of a text counts. Codes of AWS (API reference, Common Errors), Entra (AADSTS codes), Google
 * (google.rpc.ErrorInfo reasons), Slack (method errors), OAuth (RFC 6749, RFC 6750); the sentences are those that frameworks and APIs share.
 */
export const wordList: readonly WordPattern[] = [
  certain(
    'wrong-environment',
    /\b(?:region|environment|data ?cent(?:er|re)|tenant)\b[^.]{0,30}\b(?:is|was) (?:wrong|incorrect)\b/i,
  ),
  hint(
    'misread',
    /\bnot a (?:valid )?(?:JWT|JWS|base64)\b|\bmalformed (?:token|jwt|authorization|bearer|credential|header)|\b(?:token|jwt|authorization|credentials?|header)\b[^.]{0,40}\b(?:malformed|(?:cannot|can't|could not|couldn't) be (?:decoded|parsed|read)|not well[- ]formed|wrong number of segments)|\bjwt malformed\b|\bnot enough segments\b|\binvalid (?:number of segments|(?:authorization )?header format|token format|authorization header)\b|\bremove the \w+ prefix\b|\b(?:unsupported|unknown|invalid) (?:auth\w*) (?:scheme|type|method)\b/i,
  ),
  // "invalid or expired" leaves open which of both it is.
  hint(
    'credential-rejected',
    /\b(?:invalid|revoked|malformed|wrong|bad|unknown|incorrect|missing|corrupt\w*|disabled)\b[^.]{0,40}\b(?:or|and\/or|\/)\b[^.]{0,30}\bexpired\b|\bexpired\b[^.]{0,25}\b(?:or|and\/or|\/)\b|\bmay (?:be|have)\b[^.]{0,30}\bexpired/i,
  ),
  hint(
    'credential-rejected',
    /\b(?:missing|absent|no) or (?:invalid|incorrect|wrong)\b|\b(?:invalid|incorrect|wrong) or (?:missing|absent)\b/i,
  ),
  certain(
    'clock-skew',
    /\b(?:RequestTimeTooSkewed|RequestExpired)\b|clock skew|\btoo skewed\b|signature (?:has )?expired: |signature not yet current|\btimestamp\b[^.]{0,30}\b(?:too (?:old|far)|outside|out of (?:range|bounds))/i,
  ),
  hint('clock-skew', /\b(?:bad|invalid|wrong) (?:request timestamp|(?:http )?date header)\b/i),
  // Azure Storage says so of a shared access signature before and after its time.
  hint('credential-expired', /\bnot valid in the specified time frame\b/i),
  certain(
    'credential-not-yet-valid',
    /["']nbf["'] claim timestamp check failed|\bJWT before use time\b|\bsignature nbf has not been reached\b|\bcannot handle token (?:with nbf |with iat )?prior to\b|\b(?:token|jwt|credential|key|certificate) (?:is |was )?not (?:yet )?(?:valid|active) (?:yet|before|until)|\b(?:token|jwt|key) (?:is )?not yet (?:valid|active)|\bused before (?:issued|its)|\bnbf\b[^.]{0,30}\b(?:future|not)/i,
  ),
  certain(
    'credential-expired',
    /\b(?:ExpiredToken(?:Exception)?|token[_-]expired|expired[_-]token|ExpiredAuthenticationToken|TokenExpired(?:Error)?|(?:ACCESS_|AUTH_|REFRESH_)?TOKEN_EXPIRED|jwt expired|AADSTS(?:700082|70008|50173|7000222|50089)|INVALID_SESSION_ID_EXPIRED)\b/,
  ),
  // PyJWT and ruby-jwt say so of a token's exp, jose of the claim itself.
  certain('credential-expired', /\bsignature has expired\b(?!:)|["']exp["'] claim timestamp check failed|\bexpired JWT\b/i),
  certain(
    'credential-expired',
    /\b(?:token|jwt|api[- ]?key|key|credentials?|password|secret|pat)s?\b[^.,;:]{0,25}\b(?:has|have|is|was|are)?\s*(?:already )?expired\b|\bexpired (?:access |auth\w* |bearer |api |client |id )?(?:token|jwt|key|credentials?|password|secret)\b/i,
  ),
  // A token against forged requests is no credential.
  hint('client-header', /\b(?:csrf|xsrf|crumb)\b|\bforgery\b|\bauthenticity[ _]?token\b/i),
  // Said to strangers too; Amazon S3 says it of an address that was signed.
  hint(
    'credential-expired',
    /^request has expired\b|\b(?:pre-?)?signed (?:url|link|address|request)\b[^.,;:]{0,20}\bexpired\b|\bsession\b[^.,;:]{0,25}\bexpired\b|\bSESSION_EXPIRED\b|\bexpired session\b/i,
  ),
  certain(
    'wrong-audience',
    /["']?\baud\b["']?(?: claim)?\b[^.]{0,30}\b(?:(?:is |are |was )?not (?:valid|equal|accepted|match)|invalid|mismatch|check failed)|\bunexpected ["']aud["'] claim\b|\bJWT audience rejected\b|\bInvalidAuthenticationTokenAudience\b|\b(?:invalid|wrong|incorrect|bad|unexpected|mismatched) (?:token |jwt )?(?:audience|aud)\b|\baudiences?\b[^.]{0,40}\b(?:invalid|mismatch|validation failed|did(?:n't| not) match|does(?:n't| not) match|not allowed|not accepted|(?:is|are) not)|\bIDX10214\b/i,
  ),
  certain(
    'wrong-environment',
    /\bInvalidAuthenticationTokenTenant\b|\bAADSTS(?:90002|700016|50020|50194|90072)\b|\b(?:wrong|invalid)[ _](?:region|environment|data ?cent(?:er|re))\b|\b(?:key|token|credentials?|account)\b[^.]{0,40}\b(?:belongs? to|(?:was|were|is|are) (?:made|issued|created|only valid|valid only) for)\b[^.]{0,40}\b(?:region|environment|tenant|site|data ?cent(?:er|re)|instance|workspace|cluster|mode)\b|\b(?:sandbox|test|live|production|staging)(?: mode)? (?:api |secret |access )?(?:key|token|credential)s?\b[^.]{0,40}\b(?:cannot|can't|may not|must not|not)\b[^.]{0,40}\b(?:production|live|sandbox|test|environment|mode)\b|\b(?:test|live) mode key was used\b|\bnot_allowed_token_type\b|credential should be scoped to a valid region|\b(?:must be|should be|please) (?:addressed|sent|accessed|send|use)\b[^.]{0,60}\b(?:the specified|another|the (?:correct|right)) (?:end ?point|region|cluster)\b|\b(?:linked|belongs?) to a different (?:data ?cent(?:er|re)|region|environment|tenant|instance|cluster)\b/i,
  ),
  // The issuer of another environment, or of another API.
  hint(
    'wrong-environment',
    /["']?\biss\b["']?(?: claim)?\b[^.]{0,30}\b(?:(?:is |was )?not (?:valid|equal|accepted|allowed|trusted|match)|invalid|mismatch|check failed|must be)|\bunexpected ["']iss["'] claim\b|\bIDX10205\b|\b(?:invalid|wrong|unexpected) (?:token )?issuer\b|\bissuer\b[^.]{0,30}\b(?:invalid|mismatch|did not match|not trusted|unknown)/i,
  ),
  hint(
    'rate-limited',
    /\brate[- ]?limit(?:ed|s)?\b|\btoo many requests\b|\bthrottl(?:ed|ing)\b|\bRESOURCE_EXHAUSTED\b|\bquota (?:exceeded|has been)|\bratelimited\b|\bThrottl\w*Exception\b|\bREQUEST_LIMIT_EXCEEDED\b|\bTooManyRequests\w*\b|\btoo many (?:concurrent|simultaneous|parallel|active) \w+|\bconcurren(?:cy|t)\b[^.]{0,30}\b(?:limit|exceed|max)\w*|\b(?:exceed|limit|max)\w*\b[^.]{0,30}\bconcurren(?:cy|t)\b|\bcannot be (?:run|called|executed) again (?:until|before)\b|\bProvisionedThroughputExceeded\w*\b|\b(?:api|request|call|usage|daily|hourly|monthly) (?:[\w-]+ )?(?:limit|quota)s? (?:has been |have been |was |is )?(?:exceeded|reached)\b|\bexceeded (?:your|the) (?:[\w-]+ ){0,2}(?:quota|(?:rate|request|call|usage) limit)\b/i,
  ),
  hint(
    'address',
    /\bonly\b[^.]{0,20}\b(?:via|from|on) (?:localhost|(?:the )?loopback)\b|\b(?:ip(?: address)?|(?:source|client|remote|your) (?:ip|address))\b(?:[^.]|\.(?=\d)){0,60}\b(?:not (?:allowed|permitted|authori[sz]ed|white-?listed|allow-?listed|in the)|blocked|banned|denied|forbidden|restrict(?:ed|ions?)|allow[- ]?list|white[- ]?list)|\bip(?: address)? mismatch\b|\bIP_(?:ADDRESS_)?(?:BLOCKED|RESTRICTED|NOT_ALLOWED|DENIED|FORBIDDEN)\b|\berror (?:code:? ?)?100[6-8]\b|\b(?:allow-?list|white-?list)\b[^.]{0,30}\bip\b|(?<!mail )\baddress\b.{0,80}\b(?:allow-?list|white-?list)|\b(?:origin|host)\b[^.]{0,20}\bip\b|\bERR_ACCESS_DENIED\b|\baccess control configuration prevents\b|\buntrusted (?:ip|network|location)\b|\b(?:outside|not (?:with)?in)\b[^.]{0,30}\b(?:allowed|permitted|trusted|whitelisted) (?:ip|network|address|range)|\bblocked by\b[^.]{0,40}\b(?:network policy|firewall settings|ip acl)\b/i,
  ),
  certain(
    'tls-client-certificate-required',
    /\bno required ssl certificate was sent\b|^(?:400 )?the SSL certificate error\b|\bclient certificate (?:is )?required\b|\brequires? a client certificate\b|\bSSL\) client certificate that the Web server recogni[sz]es\b|\bcannot perform post-handshake authentication\b/i,
  ),
  hint(
    'tls-client-certificate-required',
    /\bclient[ -]certificate (?:is |was )?(?:missing|invalid|not (?:provided|presented|found|sent|valid|trusted))\b|\b(?:missing|invalid|without|no) (?:a |an |any |valid |the )*(?:(?:SSL|TLS|mTLS) )?client certificate\b/i,
  ),
  // Kubernetes, Consul and Google Cloud Storage call a stranger so.
  hint('unseen', /\bsystem:anonymous\b|\banonymous (?:user|token|caller)\b/i),
  certain(
    'permission-missing',
    /\b(?:AADSTS65001|insufficient_scope|missing_scope|ACCESS_TOKEN_SCOPE_INSUFFICIENT|insufficientPermissions?|insufficient_permissions?|Authorization_RequestDenied|INSUFFICIENT_(?:ACCESS|PRIVILEGES|SCOPES?)\w*|no_permission|missing_permissions?)\b/i,
  ),
  certain(
    'permission-missing',
    /\binsufficient (?:permission|privilege|scope|access|right|role|authentication scope)|\bis not authori[sz]ed to perform\b|\b(?:do|does|did)(?:n't| not) have (?:the |any |a |sufficient |enough |required |necessary |appropriate |admin )*(?:permission|privilege|access rights|rights?|role|scope)(?! to access (?:this resource|\S+\s+on this server))|\bResource not accessible by\b|\bnot (?:an? )?(?:administrator|admin|management|monitor|monitoring|policymaker) user\b|\bnot an? (?:\w+ ){0,2}(?:admin|administrator|owner|superuser)\b|\bpermission denied\b|\b(?:permission|privilege|scope)s? (?:is|are) missing\b|\bmissing (?:the |a |any )?(?:required |necessary |following )*(?:permission|privilege|scope)s?\b|\black(?:s|ing)? (?:the )?(?:required |necessary )?(?:permission|privilege|scope|role)|\bneeds? (?:additional |more |further |other |higher |elevated )+(?:permission|privilege|right|role|scope)/i,
  ),
  // The codes of WS-Security, of Salesforce, and of OAuth for a code or a refresh token (RFC 6749, section 5.2).
  hint(
    'credential-rejected',
    /\b(?:FailedAuthentication|InvalidSecurityToken)\b|\bINVALID_SESSION_ID\b|\binvalid_grant\b|\bsecurity token could not be authenticated\b/,
  ),
  hint(
    'permission-missing',
    /\b(?:upgrade|not (?:included|available) (?:in|on|with|for)|requires?)\b[^.]{0,40}\b(?:plan|subscription|membership|tier|licen[sc]e)\b|\bAccessDenied(?:Exception)?\b|\baccess[ _]refused\b|\bPERMISSION_DENIED\b|\bErrorAccessDenied\b|\bno permissions? (?:to|for)\b|\bnot_in_channel\b|\brestricted_action\b|^missing (?:access|permissions?)$|\brequires? (?:the )?[^.]{0,40}\b(?:scope|permission|privilege|role)\b|\bnot (?:authori[sz]ed|permitted|allowed) (?:to|for)\b|\bmust (?:have|be)\b[^.]{0,30}\b(?:admin|owner|permission|role)/i,
  ),
  certain(
    'charset-rejected',
    /\bcharset\b[^.]{0,40}\b(?:not (?:supported|allowed)|unsupported|invalid|unexpected)|\b(?:unsupported|invalid|unexpected) charset\b/i,
  ),
  hint(
    'content-type-mismatch',
    /\bunsupported media type\b|\b(?:content|media)[- ]?type\b[^.]{0,60}\b(?:must|should|not|invalid|unsupported|expected|required|missing)|\b(?:invalid|unsupported|wrong|missing|unexpected) (?:content|media)[- ]?type\b|\bjson_not_object\b|\binvalid_post_type\b/i,
  ),
  hint('user-agent-blocked', /\buser[- ]?agent\b|\berror (?:code:? ?)?1010\b|\bbrowser'?s signature\b/i),
  hint(
    'blocked',
    /\bAttention Required! \| Cloudflare\b|\byou have been blocked\b|\brequest (?:was )?blocked\b|\bRequest unsuccessful\. Incapsula\b|\bReference #\d|\bThe request is blocked\b|\bsupport ID is\b|\bweb application firewall\b|^Just a moment\.\.\.|\bEnable JavaScript and cookies to continue\b|\bChecking (?:if the site connection is secure|your browser)\b|\bverify(?:ing)? (?:that )?you are (?:a )?human\b|\berror (?:code:? ?)?10(?:09|12|20)\b/i,
  ),
  // API Gateway says so of every address that it does not serve (API Gateway developer guide, gateway response types).
  hint('not-found', /^Missing Authentication Token$/),
  certain(
    'unseen',
    /\bnot_authed\b|\bMissingAuthenticationToken(?:Exception)?\b|\bcredentials? (?:were|was) not (?:provided|found|supplied)|\b(?:no|missing) (?:authentication|authorization|authentification|api[- ]?key|access[- ]?token|bearer|credentials?|token|auth|[Aa]uthorization header)\b[^.]{0,25}\b(?:provided|found|supplied|header|given|present|in request|specified)|\b(?:api[- ]?key|token|credentials?|authorization(?: header)?|authentication(?: header| token)?) (?:is |are |was )?(?:missing|not (?:provided|found|supplied|present|specified))\b/i,
  ),
  hint(
    'unseen',
    /\b(?:no|missing|without) (?:or invalid )?(?:[\w-]+ )?(?:api[- ]?key|token|credentials?|authorization|authentication|auth header|session|login)\b|\b(?:authentication|authorization|login|api[- ]?key|token|credentials?) (?:is |are )?required\b|\brequires? authentication\b|\bunable to parse authentication\b|\bUnauthenticated\b|\bnot authenticated\b|\bnot (?:logged|signed) in\b|\bmust (?:be authenticated|log ?in|authenticate)/i,
  ),
  certain(
    'credential-rejected',
    /\b(?:invalid_auth|token_revoked|account_inactive|invalid_api_key|API_KEY_INVALID|InvalidClientTokenId|UnrecognizedClientException|InvalidAccessKeyId|INVALID_LOGIN|INVALID_CREDENTIALS|AADSTS7000215|AADSTS50126|InvalidAuthenticationToken|E0000011|invalid_client|AUTHENTICATED_FAILED)\b/,
  ),
  certain(
    'credential-rejected',
    /\bbad credentials\b|\b(?:invalid|incorrect|wrong|unknown|unrecogni[sz]ed) (?:api[- ]?key|api[- ]?token|access[- ]?key|access[- ]?token|bearer token|auth(?:entication|orization)? token|token|credentials?|user ?name|user|login|password|username\/password|client secret)\b|\b(?:api[- ]?key|token|credentials?|key|password)\b[^.,;]{0,20}\b(?:is |are |was |were |has been |have been )(?:not valid|invalid|incorrect|wrong|revoked|unknown|disabled|deactivated|not recogni[sz]ed|inactive)|\blogin failed\b|\bauthentication fail(?:ed|ure)\b|\brevoked (?:token|key|credential)|\bcould not authenticate\b/i,
  ),
  hint(
    'credential-rejected',
    /\binvalid signature\b|\bsignature\b[^.]{0,20}\b(?:invalid|mismatch|verification failed|(?:could|can)(?:not|n't| not) be verified)/i,
  ),
  hint(
    'credential-rejected',
    /\b(?:expiration|exp|issuer|iss|subject|sub|audience|aud|username)(?: claim)?\b[^.]{0,20}\b(?:required|missing)\b/i,
  ),
  // Who may not and who is not known are told so in the same words; FastAPI calls the scheme that it does not know a credential.
  hint(
    'credential-rejected',
    /\b(?:invalid|incorrect|wrong) (?:auth\w*|login|api|client|user) credentials?\b|\bauthorization fail(?:ed|ure)\b|\bsession\b[^.]{0,20}\b(?:terminated|invalid|not found|closed)\b/i,
  ),
  certain(
    'method-not-allowed',
    /\bmethod (?:is )?not (?:allowed|supported)\b|\bHttpVerbNotAllowed\b|\bdoes not support (?:http )?method/i,
  ),
];
