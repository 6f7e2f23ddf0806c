import type { HostEntry } from './host-entry.ts';
import { authorization, basic, bearer, header, hints, means } from './ways.ts';

const snykRegions = ['api.snyk.io', 'api.us.snyk.io', 'api.eu.snyk.io', 'api.au.snyk.io'];
const rapid7Regions = ['us', 'us2', 'us3', 'eu', 'ca', 'au', 'ap'].map((region) => `${region}.api.insight.rapid7.com`);

/** Vulnerabilities, cloud posture, mail and web security. */
export const postureHosts: readonly HostEntry[] = [
  {
    name: 'Snyk',
    hosts: ['api.snyk.io', 'api.us.snyk.io', 'api.eu.snyk.io', 'api.au.snyk.io', 'snyk.io'],
    credentials: [authorization('token', 'snyk_'), bearer('eyJ')],
    identity: { method: 'GET', path: '/rest/self?version=2024-06-10' },
    regions: snykRegions,
    hidesAsNotFound: true,
    source: 'https://docs.snyk.io/developer-tools/snyk-api/authentication-for-api',
  },
  {
    name: 'Wiz',
    hosts: ['*.app.wiz.io', '*.app.wiz.us'],
    credentials: [bearer('eyJ')],
    errors: [{ pointer: '/errors', message: '/errors/0/message' }],
    words: [means('^UNAUTHENTICATED$', 'credential-rejected'), means('^(?:UNAUTHORIZED|FORBIDDEN)$', 'permission-missing')],
    source: 'https://www.tines.com/docs/credentials/connect-flows/wiz/',
  },
  {
    name: 'Tenable Vulnerability Management',
    hosts: ['cloud.tenable.com'],
    credentials: [{ ...header('X-ApiKeys'), before: 'accessKey=' }],
    identity: { method: 'GET', path: '/session' },
    words: [hints('Invalid Credentials', 'credential-rejected')],
    source: 'https://developer.tenable.com/docs/authorization',
  },
  {
    name: 'Tenable Security Center',
    hosts: [],
    paths: ['^/rest/(?:analysis|scan|scanResult|repository|asset|currentUser)(?:/|$)'],
    credentials: [{ ...header('x-apikey'), before: 'accesskey=' }],
    identity: { method: 'GET', path: '/rest/currentUser' },
    errors: [{ pointer: '/error_msg', message: '/error_msg' }],
    source: 'https://docs.tenable.com/security-center/api_best_practices/Content/APIKeyAuthorization.htm',
  },
  {
    name: 'Rapid7 Insight platform',
    hosts: rapid7Regions,
    credentials: [header('X-Api-Key')],
    identity: { method: 'GET', path: '/validate' },
    regions: rapid7Regions,
    source: 'https://docs.rapid7.com/insight/api-overview/',
  },
  {
    name: 'Rapid7 InsightVM console',
    hosts: [],
    paths: ['^/api/3/(?:assets|sites|vulnerabilities|scans|reports|tags)(?:/|$)'],
    credentials: [basic()],
    source: 'https://help.rapid7.com/insightvm/en-us/api/integrations.html',
  },
  {
    name: 'Qualys',
    hosts: ['*.qualys.com', '*.qualys.eu', '*.qualys.in', '*.qualys.ca'],
    credentials: [basic(), bearer('eyJ')],
    requires: [{ name: 'X-Requested-With', value: 'your application' }],
    words: [
      hints('Bad Login/Password', 'credential-rejected'),
      hints('The required X-Requested-With header', 'unexplained'),
      means('^(?:1965|1960)$|exceeded the (?:limit|maximum)', 'rate-limited'),
    ],
    source: 'https://docs.qualys.com/en/vm/api/get_started/authentication.htm',
  },
  {
    name: 'Proofpoint TAP',
    hosts: ['tap-api-v2.proofpoint.com'],
    credentials: [basic()],
    source: 'https://help.proofpoint.com/Threat_Insight_Dashboard/API_Documentation',
  },
  {
    name: 'Mimecast API 1.0',
    hosts: [
      'eu-api.mimecast.com',
      'us-api.mimecast.com',
      'de-api.mimecast.com',
      'ca-api.mimecast.com',
      'za-api.mimecast.com',
      'au-api.mimecast.com',
      'uk-api.mimecast.com',
    ],
    credentials: [{ ...authorization('MC'), with: ['x-mc-app-id', 'x-mc-date', 'x-mc-req-id'] }],
    words: [
      means('^err_xdk_(?:invalid_signature|access_key_.*|invalid_key)$', 'credential-rejected'),
      means('^err_xdk_binding_expired$', 'credential-expired'),
      means('^err_xdk_date_.*$', 'clock-skew'),
    ],
    source: 'https://integrations.mimecast.com/documentation/api-overview/authorization/',
  },
  {
    name: 'Mimecast API 2.0',
    hosts: ['api.services.mimecast.com', 'us-api.services.mimecast.com', 'uk-api.services.mimecast.com'],
    credentials: [bearer()],
    source: 'https://developer.services.mimecast.com/api-overview',
  },
  {
    name: 'Abnormal Security',
    hosts: ['api.abnormalplatform.com', 'eu.rest.abnormalsecurity.com'],
    credentials: [bearer()],
    source: 'https://app.swaggerhub.com/apis/abnormal-security/abx/',
  },
  {
    name: 'Netskope',
    hosts: ['*.goskope.com'],
    credentials: [header('Netskope-Api-Token')],
    source: 'https://docs.netskope.com/en/rest-api-v2-overview-312207/',
  },
  {
    name: 'Zscaler OneAPI',
    hosts: ['api.zsapi.net'],
    credentials: [bearer('eyJ')],
    source: 'https://help.zscaler.com/oneapi/getting-started',
  },
  {
    name: 'Zscaler Internet Access',
    hosts: ['*.zscaler.net', '*.zscalerone.net', '*.zscalertwo.net', '*.zscalerthree.net', '*.zscloud.net', '*.zscalerbeta.net'],
    credentials: [],
    words: [
      means('^SESSION_NOT_VALID$', 'credential-expired'),
      means('^AUTHENTICATION_FAILED$', 'credential-rejected'),
      hints('^NOT_SUBSCRIBED$', 'permission-missing'),
    ],
    source: 'https://help.zscaler.com/zia/getting-started-zia-api',
  },
  {
    name: 'Cloudflare',
    hosts: ['api.cloudflare.com'],
    credentials: [bearer(), { ...header('X-Auth-Key'), with: ['X-Auth-Email'] }],
    identity: { method: 'GET', path: '/client/v4/user/tokens/verify' },
    errors: [{ pointer: '/success', equals: false, message: '/errors/0/message' }],
    words: [
      means('^1000$|Invalid API Token', 'credential-rejected'),
      hints('^10000$|^Authentication error$', 'credential-rejected'),
      hints('^(?:6003|6111)$|Invalid format for Authorization header', 'scheme-wrong'),
      means('^9109$|Unauthorized to access requested resource', 'permission-missing'),
      means('^9103$|Unknown X-Auth-Key or X-Auth-Email', 'credential-rejected'),
      means('^971$|Please wait and consider throttling', 'rate-limited'),
    ],
    source: 'https://developers.cloudflare.com/fundamentals/api/get-started/create-token/',
  },
];
