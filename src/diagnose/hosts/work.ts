import type { HostEntry } from './host-entry.ts';
import { authorization, basic, bearer, hints, means, query } from './ways.ts';

/** Projects, documents and customers. */
export const workHosts: readonly HostEntry[] = [
  {
    name: 'Airtable',
    hosts: ['api.airtable.com'],
    credentials: [bearer('pat')],
    identity: { method: 'GET', path: '/v0/meta/whoami' },
    hidesAsNotFound: true,
    words: [
      means('^AUTHENTICATION_REQUIRED$', 'credential-rejected'),
      means('^INVALID_PERMISSIONS_OR_MODEL_NOT_FOUND$', 'permission-missing'),
      hints('^(?:INVALID_PERMISSIONS|NOT_AUTHORIZED)$', 'permission-missing'),
    ],
    source: 'https://airtable.com/developers/web/api/authentication',
  },
  {
    name: 'Notion',
    hosts: ['api.notion.com'],
    credentials: [bearer('secret_', 'ntn_')],
    identity: { method: 'GET', path: '/v1/users/me' },
    requires: [{ name: 'Notion-Version', value: '2022-06-28' }],
    hidesAsNotFound: true,
    words: [
      means('^unauthorized$|API token is invalid', 'credential-rejected'),
      means('^restricted_resource$', 'permission-missing'),
      hints('^object_not_found$', 'not-found'),
      means('^rate_limited$', 'rate-limited'),
    ],
    source: 'https://developers.notion.com/reference/status-codes',
  },
  {
    name: 'Asana',
    hosts: ['app.asana.com'],
    credentials: [bearer()],
    identity: { method: 'GET', path: '/api/1.0/users/me' },
    words: [hints('^Not Authorized$', 'credential-rejected')],
    source: 'https://developers.asana.com/docs/authentication',
  },
  {
    name: 'Trello',
    hosts: ['api.trello.com'],
    credentials: [
      { ...query('token', 'ATTA'), with: ['key'] },
      { ...query('key'), with: ['token'] },
    ],
    identity: { method: 'GET', path: '/1/members/me' },
    words: [
      means('^invalid (?:key|token|app token)$', 'credential-rejected'),
      hints('unauthorized permission requested', 'permission-missing'),
    ],
    source: 'https://developer.atlassian.com/cloud/trello/guides/rest-api/authorization/',
  },
  {
    name: 'monday.com',
    hosts: ['api.monday.com'],
    credentials: [authorization('', 'eyJ')],
    errors: [
      { pointer: '/errors', message: '/errors/0/message' },
      { pointer: '/error_code', message: '/error_message' },
    ],
    words: [
      hints('Not Authenticated', 'credential-rejected'),
      means('^UserUnauthorizedException$|^USER_UNAUTHORIZED$', 'permission-missing'),
      means('^(?:ComplexityException|COMPLEXITY_BUDGET_EXHAUSTED)$', 'rate-limited'),
    ],
    source: 'https://developer.monday.com/api-reference/docs/authentication',
  },
  {
    name: 'Linear',
    hosts: ['api.linear.app'],
    credentials: [authorization('', 'lin_api_'), bearer('lin_oauth_')],
    errors: [{ pointer: '/errors', message: '/errors/0/message' }],
    words: [
      means('Remove the Bearer prefix', 'scheme-wrong'),
      hints('Authentication required', 'credential-rejected'),
      means('^RATELIMITED$', 'rate-limited'),
    ],
    source: 'https://linear.app/developers/graphql',
  },
  {
    name: 'ClickUp',
    hosts: ['api.clickup.com'],
    credentials: [authorization('', 'pk_'), bearer()],
    identity: { method: 'GET', path: '/api/v2/user' },
    words: [means('^OAUTH_0(?:19|21|25|77)$', 'credential-rejected'), means('^OAUTH_0(?:23|26|27)$', 'permission-missing')],
    source: 'https://developer.clickup.com/docs/authentication',
  },
  {
    name: 'Salesforce',
    hosts: ['*.my.salesforce.com', '*.salesforce.com', '*.force.com'],
    credentials: [bearer('00D')],
    words: [
      hints('^INVALID_SESSION_ID$', 'credential-rejected'),
      means('^(?:INSUFFICIENT_ACCESS.*|API_DISABLED_FOR_ORG)$', 'permission-missing'),
      means('^REQUEST_LIMIT_EXCEEDED$', 'rate-limited'),
      hints('^invalid_grant$', 'credential-rejected'),
    ],
    source: 'https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/errorcodes.htm',
  },
  {
    name: 'HubSpot',
    hosts: ['api.hubapi.com', 'api-eu1.hubapi.com'],
    credentials: [bearer('pat-na', 'pat-eu')],
    words: [
      means('^INVALID_AUTHENTICATION$', 'credential-rejected'),
      means('^EXPIRED_AUTHENTICATION$', 'credential-expired'),
      means('^MISSING_SCOPES$', 'permission-missing'),
      means('^RATE_LIMITS$', 'rate-limited'),
    ],
    source: 'https://developers.hubspot.com/docs/guides/apps/private-apps/overview',
  },
  {
    name: 'Dropbox',
    hosts: ['api.dropboxapi.com', 'content.dropboxapi.com'],
    credentials: [bearer('sl.')],
    words: [
      means('expired_access_token', 'credential-expired'),
      means('invalid_access_token', 'credential-rejected'),
      means('missing_scope', 'permission-missing'),
    ],
    source: 'https://www.dropbox.com/developers/documentation/http/documentation',
  },
  {
    name: 'Box',
    hosts: ['api.box.com'],
    credentials: [bearer()],
    identity: { method: 'GET', path: '/2.0/users/me' },
    words: [means('^access_denied_insufficient_permissions$|^insufficient_scope$', 'permission-missing')],
    source: 'https://developer.box.com/guides/authentication/tokens/api-calls/',
  },
  {
    name: 'BambooHR',
    hosts: ['api.bamboohr.com', '*.bamboohr.com'],
    credentials: [basic('*:x')],
    source: 'https://documentation.bamboohr.com/docs/getting-started',
  },
  {
    name: 'KnowBe4',
    hosts: ['us.api.knowbe4.com', 'eu.api.knowbe4.com', 'ca.api.knowbe4.com', 'uk.api.knowbe4.com', 'de.api.knowbe4.com'],
    credentials: [bearer()],
    identity: { method: 'GET', path: '/v1/account' },
    regions: ['us.api.knowbe4.com', 'eu.api.knowbe4.com', 'ca.api.knowbe4.com', 'uk.api.knowbe4.com', 'de.api.knowbe4.com'],
    source: 'https://developer.knowbe4.com/rest/reporting',
  },
];
