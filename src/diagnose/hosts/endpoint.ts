import type { HostEntry } from './host-entry.ts';
import { authorization, basic, bearer, header, hints, means } from './ways.ts';

/** Endpoint protection, device management and managed detection. */
export const endpointHosts: readonly HostEntry[] = [
  {
    name: 'CrowdStrike Falcon',
    hosts: ['api.crowdstrike.com', 'api.us-2.crowdstrike.com', 'api.eu-1.crowdstrike.com', 'api.laggar.gcw.crowdstrike.com'],
    credentials: [bearer('eyJ')],
    regions: ['api.crowdstrike.com', 'api.us-2.crowdstrike.com', 'api.eu-1.crowdstrike.com', 'api.laggar.gcw.crowdstrike.com'],
    words: [
      means('access denied, invalid bearer token', 'credential-rejected'),
      means('access denied, (?:authorization failed|scope not permitted)', 'permission-missing'),
      means('API rate limit exceeded', 'rate-limited'),
    ],
    source: 'https://www.falconpy.io/Usage/Authenticating-to-the-API.html',
  },
  {
    name: 'SentinelOne',
    hosts: ['*.sentinelone.net'],
    credentials: [authorization('ApiToken', 'eyJ'), bearer('eyJ')],
    words: [hints('Authentication Failed', 'credential-rejected'), means('Insufficient permissions', 'permission-missing')],
    source: 'https://www.tines.com/docs/credentials/connect-flows/sentinelone/',
  },
  {
    name: 'Microsoft Defender for Endpoint',
    hosts: [
      'api.securitycenter.microsoft.com',
      'api.security.microsoft.com',
      '*.securitycenter.microsoft.com',
      '*.security.microsoft.com',
    ],
    credentials: [bearer('eyJ')],
    token: {
      audience:
        '^(?:https://(?:api\\.)?(?:securitycenter|security)\\.microsoft\\.com/?|https://securitycenter\\.onmicrosoft\\.com/?.*|fc780465-2017-40d4-a0c5-307022471b92)$',
    },
    words: [
      hints('^(?:Unauthorized|InvalidToken)$', 'credential-rejected'),
      means('Missing application roles', 'permission-missing'),
      hints('^Forbidden$', 'permission-missing'),
    ],
    source: 'https://learn.microsoft.com/en-us/defender-endpoint/api/exposed-apis-list',
  },
  {
    name: 'VMware Carbon Black Cloud',
    hosts: ['*.conferdeploy.net'],
    credentials: [header('X-Auth-Token')],
    source: 'https://developer.carbonblack.com/reference/carbon-black-cloud/authentication/',
  },
  {
    name: 'LimaCharlie',
    hosts: ['api.limacharlie.io'],
    credentials: [bearer('eyJ')],
    source: 'https://docs.limacharlie.io/docs/api-keys',
  },
  {
    name: 'Sophos Central',
    hosts: ['api.central.sophos.com'],
    credentials: [bearer('eyJ')],
    identity: { method: 'GET', path: '/whoami/v1' },
    source: 'https://developer.sophos.com/getting-started-tenant',
  },
  {
    name: 'Sophos Central, of a region',
    hosts: ['*.central.sophos.com'],
    credentials: [{ ...bearer('eyJ'), with: ['X-Tenant-ID'] }],
    source: 'https://developer.sophos.com/getting-started-tenant',
  },
  {
    name: 'Jamf Pro',
    hosts: ['*.jamfcloud.com'],
    credentials: [bearer('eyJ'), basic()],
    identity: { method: 'GET', path: '/api/v1/auth' },
    words: [means('INVALID_TOKEN', 'credential-rejected'), means('INVALID_PRIVILEGE', 'permission-missing')],
    source: 'https://developer.jamf.com/jamf-pro/docs/jamf-pro-api-overview',
  },
  {
    name: 'Red Canary',
    hosts: ['*.my.redcanary.co'],
    credentials: [header('X-Api-Key')],
    source: 'https://docs.redcanary.com/reference/authentication',
  },
  {
    name: 'Huntress',
    hosts: ['api.huntress.io'],
    credentials: [basic()],
    identity: { method: 'GET', path: '/v1/account' },
    source: 'https://api.huntress.io/docs',
  },
  {
    name: 'Tines',
    hosts: ['*.tines.com', '*.tines.io'],
    credentials: [bearer(), header('X-User-Token')],
    source: 'https://www.tines.com/api/authentication/',
  },
  {
    name: 'Cortex XDR',
    hosts: ['us', 'eu', 'uk', 'de', 'ca', 'au', 'jp', 'sg', 'in', 'fr', 'ch'].map(
      (region) => `*.xdr.${region}.paloaltonetworks.com`,
    ),
    credentials: [{ ...authorization(''), with: ['x-xdr-auth-id'] }],
    source: 'https://docs-cortex.paloaltonetworks.com/r/Cortex-XDR-REST-API/Get-Started-with-Cortex-XDR-APIs',
  },
  {
    name: 'Wazuh',
    hosts: [],
    paths: ['^/security/user/(?:authenticate|me)', '^/(?:agents|manager|syscollector|syscheck)/?'],
    credentials: [bearer('eyJ'), basic()],
    identity: { method: 'GET', path: '/security/users/me' },
    source: 'https://documentation.wazuh.com/current/user-manual/api/getting-started.html',
  },
  {
    name: 'Carbon Black EDR',
    hosts: [],
    paths: ['^/api/v\\d/(?:sensor|process|binary|alert|watchlist|banning)'],
    credentials: [header('X-Auth-Token')],
    source: 'https://developer.carbonblack.com/reference/enterprise-response/authentication/',
  },
  {
    name: 'MITRE Caldera',
    hosts: [],
    paths: ['^/api/v2/(?:agents|operations|abilities|adversaries|planners|sources)'],
    credentials: [header('KEY')],
    source: 'https://caldera.readthedocs.io/en/latest/The-REST-API.html',
  },
];
