import type { HostEntry } from './host-entry.ts';
import { authorization, basic, bearer, hints, means, query } from './ways.ts';

/** Servers that people run themselves, told by what their answers or paths say. */
export const infrastructureHosts: readonly HostEntry[] = [
  {
    name: 'RabbitMQ management',
    hosts: [],
    paths: [
      '^/api/(?:overview|queues|exchanges|vhosts|whoami|nodes|bindings|connections|channels|consumers|definitions|permissions|aliveness-test|health/checks)(?:/|$)',
    ],
    credentials: [basic(), bearer('eyJ')],
    identity: { method: 'GET', path: '/api/whoami' },
    words: [
      means('^Login failed$', 'credential-rejected'),
      means('^Not (?:administrator|management|monitor|monitoring|policymaker) user$', 'permission-missing'),
      means('^User not authorised to access virtual host$', 'permission-missing'),
      hints('^not_authori[sz]ed$', 'credential-rejected'),
    ],
    source: 'https://www.rabbitmq.com/docs/management',
  },
  {
    name: 'InfluxDB 2',
    hosts: ['*.cloud2.influxdata.com'],
    answers: [{ header: 'X-Influxdb-Version', pattern: '^v?2\\.' }],
    credentials: [authorization('Token'), basic()],
    hidesAsNotFound: true,
    words: [
      hints('^unauthorized access$', 'credential-rejected'),
      means('insufficient permissions', 'permission-missing'),
      hints('could not find bucket|bucket ".*" not found', 'not-found'),
    ],
    source: 'https://docs.influxdata.com/influxdb/v2/api-guide/api_intro/',
  },
  {
    name: 'InfluxDB 1',
    hosts: [],
    answers: [{ header: 'X-Influxdb-Version', pattern: '^v?1\\.' }],
    credentials: [basic(), { ...query('p'), with: ['u'] }, authorization('Token'), bearer('eyJ')],
    errors: [{ pointer: '/results/0/error', message: '/results/0/error' }],
    words: [
      means('^unable to parse authentication credentials$', 'unseen'),
      means('^authorization failed$', 'credential-rejected'),
      means('not authorized to (?:read|write|execute)|requires admin privilege', 'permission-missing'),
    ],
    source: 'https://docs.influxdata.com/influxdb/v1/administration/authentication_and_authorization/',
  },
  {
    name: 'Kubernetes API',
    hosts: ['*.eks.amazonaws.com', '*.azmk8s.io'],
    answers: [{ header: 'X-Kubernetes-Pf-Flowschema-Uid', pattern: '.' }],
    credentials: [bearer('eyJ', 'k8s-aws-v1.')],
    words: [
      hints('^Unauthorized$', 'credential-rejected'),
      means('User "system:anonymous" cannot', 'unseen'),
      means('is forbidden: User "[^"]+" cannot', 'permission-missing'),
    ],
    source: 'https://kubernetes.io/docs/reference/access-authn-authz/authentication/',
  },
  {
    name: 'FortiGate',
    hosts: [],
    paths: ['^/api/v2/(?:cmdb|monitor|log)/'],
    credentials: [bearer(), query('access_token')],
    source: 'https://docs.fortinet.com/document/fortigate/latest/administration-guide/940602/using-apis',
  },
  {
    name: 'PAN-OS',
    hosts: [],
    paths: ['^/restapi/v\\d+\\.\\d+/'],
    credentials: [{ place: 'header', name: 'X-PAN-KEY', scheme: '', prefixes: ['LUFRPT'] }, query('key', 'LUFRPT')],
    words: [hints('Invalid Credential', 'credential-rejected')],
    source: 'https://docs.paloaltonetworks.com/pan-os/11-1/pan-os-panorama-api',
  },
  {
    name: 'Discourse',
    hosts: ['*.discourse.group'],
    credentials: [{ place: 'header', name: 'Api-Key', scheme: '', prefixes: [], with: ['Api-Username'] }],
    words: [hints('^invalid_access$|You are not permitted to view the requested resource', 'permission-missing')],
    source: 'https://docs.discourse.org/',
  },
];
