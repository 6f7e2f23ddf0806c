import type { HostEntry } from './host-entry.ts';
import { authorization, basic, bearer, header, hints, means } from './ways.ts';

const datadogSites = [
  'api.datadoghq.com',
  'api.us3.datadoghq.com',
  'api.us5.datadoghq.com',
  'api.datadoghq.eu',
  'api.ap1.datadoghq.com',
  'api.ap2.datadoghq.com',
  'api.ddog-gov.com',
];

/** Logs, metrics and alerts. */
export const observabilityHosts: readonly HostEntry[] = [
  {
    name: 'Datadog',
    hosts: datadogSites,
    credentials: [
      { ...header('DD-API-KEY'), with: ['DD-APPLICATION-KEY'] },
      { ...header('DD-APPLICATION-KEY'), with: ['DD-API-KEY'] },
      bearer(),
    ],
    identity: { method: 'GET', path: '/api/v1/validate' },
    regions: datadogSites,
    words: [
      hints('^Forbidden$', 'credential-rejected'),
      hints('^Unauthorized$', 'credential-rejected'),
      means('Failed permission authorization checks', 'permission-missing'),
    ],
    source: 'https://docs.datadoghq.com/api/latest/authentication/',
  },
  {
    name: 'Splunk Cloud',
    hosts: ['*.splunkcloud.com'],
    credentials: [bearer('eyJ'), authorization('Splunk'), basic()],
    identity: { method: 'GET', path: '/services/authentication/current-context?output_mode=json' },
    words: [
      hints('call not properly authenticated', 'credential-rejected'),
      means('Login failed', 'credential-rejected'),
      hints('^Unauthorized$', 'credential-rejected'),
      means('insufficient permission to access this resource', 'permission-missing'),
    ],
    source: 'https://docs.splunk.com/Documentation/Splunk/latest/RESTUM/RESTusing',
  },
  {
    name: 'Splunk HTTP Event Collector',
    hosts: [],
    paths: ['^/services/collector(?:/|$)'],
    credentials: [authorization('Splunk'), basic('x:*')],
    words: [
      means('^Token is required$', 'unseen'),
      hints('^Invalid authorization$', 'scheme-wrong'),
      means('^Invalid token$', 'credential-rejected'),
      means('^Token disabled$', 'credential-rejected'),
    ],
    source: 'https://docs.splunk.com/Documentation/Splunk/latest/Data/TroubleshootHTTPEventCollector',
  },
  {
    name: 'Splunk Enterprise',
    hosts: [],
    paths: ['^/services(?:NS)?/'],
    credentials: [bearer('eyJ'), authorization('Splunk'), basic()],
    identity: { method: 'GET', path: '/services/authentication/current-context?output_mode=json' },
    words: [
      hints('call not properly authenticated', 'credential-rejected'),
      means('insufficient permission to access this resource', 'permission-missing'),
    ],
    source: 'https://docs.splunk.com/Documentation/Splunk/latest/RESTUM/RESTusing',
  },
  {
    name: 'Elastic Cloud deployments',
    hosts: ['*.es.io', '*.elastic-cloud.com', '*.found.io', '*.elastic.cloud'],
    credentials: [authorization('ApiKey'), basic(), bearer()],
    identity: { method: 'GET', path: '/_security/_authenticate' },
    words: elasticWords(),
    source: 'https://www.elastic.co/docs/api/doc/elasticsearch/authentication',
  },
  {
    name: 'Elasticsearch',
    hosts: [],
    answers: [{ header: 'X-Elastic-Product', pattern: '^Elasticsearch$' }],
    paths: [
      '^/_(?:search|cat|cluster|bulk|security|nodes|count)(?:/|$)',
      '^/[^/_][^/]*/_(?:search|doc|bulk|count|mapping)(?:/|$)',
    ],
    credentials: [authorization('ApiKey'), basic(), bearer()],
    identity: { method: 'GET', path: '/_security/_authenticate' },
    words: elasticWords(),
    source: 'https://www.elastic.co/docs/api/doc/elasticsearch/authentication',
  },
  {
    name: 'Elastic Cloud control',
    hosts: ['api.elastic-cloud.com'],
    credentials: [authorization('ApiKey')],
    identity: { method: 'GET', path: '/api/v1/account' },
    words: [hints('^root\\.unauthorized', 'credential-rejected')],
    source: 'https://www.elastic.co/docs/api/doc/cloud/authentication',
  },
  {
    name: 'Sumo Logic',
    hosts: ['*.sumologic.com'],
    credentials: [basic(undefined, 'su')],
    words: [
      hints('Credential could not be verified', 'credential-rejected'),
      means('^unauthorized$', 'credential-rejected'),
      means('^rate\\.limit\\.exceeded$', 'rate-limited'),
    ],
    source: 'https://help.sumologic.com/docs/api/about-apis/getting-started/',
  },
  {
    name: 'New Relic',
    hosts: ['api.newrelic.com', 'api.eu.newrelic.com'],
    credentials: [header('Api-Key', 'NRAK-')],
    regions: ['api.newrelic.com', 'api.eu.newrelic.com'],
    errors: [{ pointer: '/errors', message: '/errors/0/message' }],
    words: [hints('The API key provided is invalid', 'credential-rejected'), hints('Invalid API key', 'credential-rejected')],
    source: 'https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/',
  },
  {
    name: 'Grafana',
    hosts: ['*.grafana.net'],
    credentials: [bearer('glsa_', 'glc_'), basic()],
    identity: { method: 'GET', path: '/api/user' },
    words: [
      means('Invalid API key', 'credential-rejected'),
      means('^Expired API key$', 'credential-expired'),
      hints("You'll need additional permissions", 'permission-missing'),
    ],
    source: 'https://grafana.com/docs/grafana/latest/developers/http_api/authentication/',
  },
  {
    name: 'Grafana, self-managed',
    hosts: [],
    paths: ['^/api/(?:dashboards|datasources|ds/query|folders|alertmanager|v1/provisioning)(?:/|$)'],
    credentials: [bearer('glsa_', 'glc_'), basic()],
    identity: { method: 'GET', path: '/api/user' },
    words: [
      means('Invalid API key', 'credential-rejected'),
      means('^Expired API key$', 'credential-expired'),
      hints("You'll need additional permissions", 'permission-missing'),
    ],
    source: 'https://grafana.com/docs/grafana/latest/developers/http_api/authentication/',
  },
  {
    name: 'Sentry',
    hosts: ['sentry.io', 'us.sentry.io', 'de.sentry.io'],
    credentials: [bearer('sntrys_', 'sntryu_')],
    hidesAsNotFound: true,
    words: [
      means('^Invalid token$', 'credential-rejected'),
      means('You do not have permission to perform this action', 'permission-missing'),
    ],
    source: 'https://docs.sentry.io/api/auth/',
  },
  {
    name: 'Honeycomb',
    hosts: ['api.honeycomb.io', 'api.eu1.honeycomb.io'],
    credentials: [header('X-Honeycomb-Team')],
    identity: { method: 'GET', path: '/1/auth' },
    regions: ['api.honeycomb.io', 'api.eu1.honeycomb.io'],
    words: [hints('unknown API key', 'credential-rejected')],
    source: 'https://api-docs.honeycomb.io/api/auth',
  },
];

function elasticWords(): NonNullable<HostEntry['words']> {
  return [
    means('missing authentication credentials for REST request', 'unseen'),
    means('api key is expired', 'credential-expired'),
    hints('unable to authenticate (?:user|with provided credentials)|unable to find apikey', 'credential-rejected'),
    means('is unauthorized for (?:user|API key)', 'permission-missing'),
    means('contains unrecognized parameters?', 'payload-as-query'),
    means('Content-Type header \\[[^\\]]*\\] is not supported', 'content-type-mismatch'),
  ];
}
