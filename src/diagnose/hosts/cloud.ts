import type { HostEntry } from './host-entry.ts';
import { authorization, basic, bearer, header, hints, means, query } from './ways.ts';

const googleWords = [
  means('^(?:ACCESS_TOKEN_EXPIRED)$', 'credential-expired'),
  means(
    '^(?:ACCESS_TOKEN_SCOPE_INSUFFICIENT|insufficientPermissions|SERVICE_DISABLED|accessNotConfigured|IAM_PERMISSION_DENIED|API_KEY_SERVICE_BLOCKED)$',
    'permission-missing',
  ),
  means('^(?:API_KEY_INVALID|keyInvalid|ACCESS_TOKEN_TYPE_UNSUPPORTED)$', 'credential-rejected'),
  means('^(?:rateLimitExceeded|userRateLimitExceeded|quotaExceeded|dailyLimitExceeded|RATE_LIMIT_EXCEEDED)$', 'rate-limited'),
  means('^CREDENTIALS_MISSING$|Request is missing required authentication credential', 'unseen'),
  hints('^authError$|Request had invalid authentication credentials', 'credential-rejected'),
];

const azureWords = [
  means('^ExpiredAuthenticationToken$', 'credential-expired'),
  means('^InvalidAuthenticationTokenTenant$', 'wrong-environment'),
  means('^InvalidAuthenticationTokenAudience$', 'wrong-audience'),
  means('^(?:AuthorizationFailed|LinkedAuthorizationFailed)$', 'permission-missing'),
  means('^AuthenticationFailedMissingToken$', 'unseen'),
  hints('^(?:InvalidAuthenticationToken|AuthenticationFailed)$', 'credential-rejected'),
];

/** Infrastructure of the cloud providers. */
export const cloudHosts: readonly HostEntry[] = [
  {
    name: 'AWS',
    hosts: ['*.amazonaws.com', '*.amazonaws.com.cn', '*.api.aws'],
    credentials: [authorization('AWS4-HMAC-SHA256', 'Credential=AKIA', 'Credential=ASIA')],
    words: [
      means('^(?:ExpiredToken|ExpiredTokenException|TokenRefreshRequired)', 'credential-expired'),
      means('^(?:RequestTimeTooSkewed|RequestExpired)$|^Signature (?:expired|not yet current)', 'clock-skew'),
      means('^(?:InvalidClientTokenId|UnrecognizedClientException|InvalidAccessKeyId|AuthFailure)', 'credential-rejected'),
      hints(
        '^(?:SignatureDoesNotMatch|InvalidSignatureException)|The request signature we calculated does not match',
        'credential-rejected',
      ),
      means('^(?:MissingAuthenticationToken|MissingAuthenticationTokenException)|^Missing Authentication Token$', 'unseen'),
      means('is not authorized to perform', 'permission-missing'),
      hints('^(?:AccessDenied|AccessDeniedException|UnauthorizedOperation)$', 'permission-missing'),
      means('should be scoped to a valid region', 'wrong-environment'),
      means('^(?:Throttling|ThrottlingException|RequestLimitExceeded|SlowDown|TooManyRequestsException)$', 'rate-limited'),
      hints('Only one auth mechanism allowed', 'auth-overridden'),
    ],
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_general.html',
  },
  {
    name: 'AWS API Gateway',
    hosts: [
      '*.execute-api.us-east-1.amazonaws.com',
      '*.execute-api.us-east-2.amazonaws.com',
      '*.execute-api.us-west-2.amazonaws.com',
      '*.execute-api.eu-west-1.amazonaws.com',
      '*.execute-api.eu-central-1.amazonaws.com',
    ],
    credentials: [header('x-api-key'), bearer('eyJ'), authorization('AWS4-HMAC-SHA256')],
    words: [
      hints('^Missing Authentication Token$', 'not-found'),
      means('^Limit Exceeded$', 'rate-limited'),
      hints('^(?:Forbidden|Unauthorized)$', 'credential-rejected'),
    ],
    source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html',
  },
  {
    name: 'Azure Resource Manager',
    hosts: ['management.azure.com', 'management.usgovcloudapi.net', 'management.chinacloudapi.cn'],
    credentials: [bearer('eyJ')],
    regions: ['management.azure.com', 'management.usgovcloudapi.net', 'management.chinacloudapi.cn'],
    token: {
      audience:
        '^https://management\\.(?:azure\\.com|core\\.windows\\.net|usgovcloudapi\\.net|core\\.usgovcloudapi\\.net|chinacloudapi\\.cn)/?$',
    },
    words: azureWords,
    source: 'https://learn.microsoft.com/en-us/rest/api/azure/',
  },
  {
    name: 'Azure Log Analytics',
    hosts: ['api.loganalytics.io', 'api.loganalytics.azure.com', 'api.applicationinsights.io'],
    credentials: [bearer('eyJ'), header('x-api-key')],
    token: { audience: '^https://api\\.(?:loganalytics|applicationinsights)\\.(?:io|azure\\.com)/?$' },
    words: [
      means('^InvalidTokenError$', 'credential-rejected'),
      means('^InsufficientAccessError$', 'permission-missing'),
      ...azureWords,
    ],
    source: 'https://learn.microsoft.com/en-us/azure/azure-monitor/logs/api/access-api',
  },
  {
    name: 'Azure Key Vault',
    hosts: ['*.vault.azure.net'],
    credentials: [bearer('eyJ')],
    token: { audience: '^https://vault\\.azure\\.net/?$' },
    words: [
      means('AKV10022: Invalid audience', 'wrong-audience'),
      means('AKV10032: Invalid issuer', 'wrong-environment'),
      hints('^Forbidden$', 'permission-missing'),
      ...azureWords,
    ],
    source: 'https://learn.microsoft.com/en-us/azure/key-vault/general/authentication-requests-and-responses',
  },
  {
    name: 'Azure Storage',
    hosts: ['*.blob.core.windows.net', '*.table.core.windows.net', '*.queue.core.windows.net'],
    credentials: [bearer('eyJ'), authorization('SharedKey'), query('sig')],
    token: { audience: '^https://[^/]*storage\\.azure\\.com/?$|^https://[^/]+\\.core\\.windows\\.net/?$' },
    requires: [{ name: 'x-ms-version', value: '2021-08-06' }],
    words: [
      means('^(?:AuthorizationPermissionMismatch|InsufficientAccountPermissions)$', 'permission-missing'),
      means('^NoAuthenticationInformation$', 'unseen'),
      hints('^(?:AuthenticationFailed|InvalidAuthenticationInfo)$', 'credential-rejected'),
      hints('^AuthorizationFailure$', 'permission-missing'),
    ],
    source: 'https://learn.microsoft.com/en-us/rest/api/storageservices/authorize-requests-to-azure-storage',
  },
  {
    name: 'Google Security Operations (Chronicle)',
    hosts: [
      'backstory.googleapis.com',
      'europe-backstory.googleapis.com',
      'asia-southeast1-backstory.googleapis.com',
      '*.backstory.chronicle.security',
    ],
    credentials: [bearer('ya29.')],
    regions: ['backstory.googleapis.com', 'europe-backstory.googleapis.com', 'asia-southeast1-backstory.googleapis.com'],
    words: googleWords,
    source: 'https://cloud.google.com/chronicle/docs/reference/search-api',
  },
  {
    name: 'Google token endpoint',
    hosts: ['oauth2.googleapis.com', 'accounts.google.com'],
    credentials: [],
    words: [
      hints('Token has been expired or revoked', 'credential-rejected'),
      means('^invalid_client$', 'credential-rejected'),
      means('Invalid JWT: Token must be a short-lived token', 'clock-skew'),
      means('^unauthorized_client$', 'permission-missing'),
      hints('^invalid_grant$', 'credential-rejected'),
    ],
    source: 'https://developers.google.com/identity/protocols/oauth2',
  },
  {
    name: 'Google APIs',
    hosts: ['*.googleapis.com'],
    credentials: [bearer('ya29.'), header('x-goog-api-key', 'AIza'), query('key', 'AIza')],
    words: googleWords,
    source: 'https://cloud.google.com/docs/authentication/troubleshoot',
  },
  {
    name: 'DigitalOcean',
    hosts: ['api.digitalocean.com'],
    credentials: [bearer('dop_v1_', 'doo_v1_')],
    identity: { method: 'GET', path: '/v2/account' },
    words: [means('Unable to authenticate you', 'credential-rejected'), hints('^forbidden$', 'permission-missing')],
    source: 'https://docs.digitalocean.com/reference/api/',
  },
  {
    name: 'Heroku',
    hosts: ['api.heroku.com'],
    credentials: [bearer('HRKU-'), basic(':*')],
    identity: { method: 'GET', path: '/account' },
    requires: [{ name: 'Accept', value: 'application/vnd.heroku+json; version=3' }],
    words: [means('Invalid credentials provided', 'credential-rejected'), means('^forbidden$', 'permission-missing')],
    source: 'https://devcenter.heroku.com/articles/platform-api-reference',
  },
  {
    name: 'Cisco Meraki',
    hosts: ['api.meraki.com', 'api.meraki.cn'],
    credentials: [bearer(), header('X-Cisco-Meraki-API-Key')],
    identity: { method: 'GET', path: '/api/v1/administered/identities/me' },
    hidesAsNotFound: true,
    words: [means('Invalid API key', 'credential-rejected')],
    source: 'https://developer.cisco.com/meraki/api-v1/authorization/',
  },
];
