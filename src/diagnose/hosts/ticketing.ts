import type { HostEntry } from './host-entry.ts';
import { authorization, basic, bearer, header, hints, means } from './ways.ts';

/** Tickets, incidents and service desks. */
export const ticketingHosts: readonly HostEntry[] = [
  {
    name: 'Jira and Confluence Cloud',
    hosts: ['*.atlassian.net'],
    credentials: [basic(undefined, 'ATATT'), bearer('eyJ')],
    identity: { method: 'GET', path: '/rest/api/3/myself' },
    hidesAsNotFound: true,
    words: [
      means('Client must be authenticated to access this resource', 'credential-rejected'),
      hints('Issue does not exist or you do not have permission to see it', 'not-found'),
      hints('No project could be found with key', 'not-found'),
      means('You do not have (?:the )?permission', 'permission-missing'),
    ],
    source: 'https://developer.atlassian.com/cloud/jira/platform/basic-auth-for-rest-apis/',
  },
  {
    name: 'Atlassian OAuth gateway',
    hosts: ['api.atlassian.com'],
    credentials: [bearer('eyJ'), basic(undefined, 'ATATT')],
    identity: { method: 'GET', path: '/me' },
    words: [means('Unauthorized; scope does not match', 'permission-missing')],
    source: 'https://developer.atlassian.com/cloud/jira/platform/oauth-2-3lo-apps/',
  },
  {
    name: 'Jira Data Center',
    hosts: [],
    paths: ['^(?:/jira)?/rest/api/(?:2|latest)/'],
    credentials: [bearer(), basic()],
    identity: { method: 'GET', path: '/rest/api/2/myself' },
    hidesAsNotFound: true,
    words: [
      hints('AUTHENTICATED_FAILED', 'credential-rejected'),
      hints('CAPTCHA_CHALLENGE|AUTHENTICATION_DENIED', 'credential-rejected'),
    ],
    source: 'https://confluence.atlassian.com/enterprise/using-personal-access-tokens-1026032365.html',
  },
  {
    name: 'ServiceNow',
    hosts: ['*.service-now.com', '*.servicenowservices.com'],
    credentials: [basic(), bearer(), header('x-sn-apikey')],
    words: [
      hints('User Not Authenticated|Required to provide Auth information', 'credential-rejected'),
      means('Insufficient rights to query records|User Not Authorized|Failed API level ACL Validation', 'permission-missing'),
      hints("Record doesn't exist or ACL restricts the record retrieval", 'not-found'),
    ],
    hidesAsNotFound: true,
    source: 'https://www.servicenow.com/docs/bundle/xanadu-api-reference/page/integrate/inbound-rest/concept/c_RESTAPI.html',
  },
  {
    name: 'PagerDuty',
    hosts: ['api.pagerduty.com', 'api.eu.pagerduty.com'],
    credentials: [{ ...authorization('Token'), before: 'token=' }, bearer('pdus+', 'pdeu+')],
    identity: { method: 'GET', path: '/abilities' },
    regions: ['api.pagerduty.com', 'api.eu.pagerduty.com'],
    environments: [
      { name: 'us', prefixes: ['pdus+'], hosts: ['api.pagerduty.com'] },
      { name: 'eu', prefixes: ['pdeu+'], hosts: ['api.eu.pagerduty.com'] },
    ],
    words: [hints('Access Denied', 'permission-missing')],
    source: 'https://developer.pagerduty.com/docs/authentication',
  },
  {
    name: 'Opsgenie',
    hosts: ['api.opsgenie.com', 'api.eu.opsgenie.com'],
    credentials: [authorization('GenieKey')],
    identity: { method: 'GET', path: '/v2/account' },
    regions: ['api.opsgenie.com', 'api.eu.opsgenie.com'],
    words: [
      hints('Could not authenticate', 'credential-rejected'),
      means('Key format is not valid', 'credential-rejected'),
      hints('You are not authorized', 'permission-missing'),
    ],
    source: 'https://docs.opsgenie.com/docs/authentication',
  },
  {
    name: 'Zendesk',
    hosts: ['*.zendesk.com'],
    credentials: [basic(), bearer()],
    identity: { method: 'GET', path: '/api/v2/users/me.json' },
    words: [hints("Couldn't authenticate you", 'credential-rejected')],
    source: 'https://developer.zendesk.com/api-reference/introduction/security-and-auth/',
  },
  {
    name: 'Freshservice and Freshdesk',
    hosts: ['*.freshservice.com', '*.freshdesk.com'],
    credentials: [basic('*:X')],
    words: [means('^invalid_credentials$', 'credential-rejected'), means('^access_denied$', 'permission-missing')],
    source: 'https://developers.freshdesk.com/api/#authentication',
  },
  {
    name: 'TheHive',
    hosts: [],
    paths: [
      '^(?:/thehive)?/api/v1/(?:query|alert|case|user/current|observable|task)',
      '^(?:/thehive)?/api/(?:alert|case)(?:/|$)',
    ],
    credentials: [bearer(), basic()],
    identity: { method: 'GET', path: '/api/v1/user/current' },
    words: [hints('^AuthenticationError$', 'credential-rejected'), hints('^AuthorizationError$', 'permission-missing')],
    source: 'https://docs.strangebee.com/thehive/api-docs/',
  },
  {
    name: 'Statuspage',
    hosts: ['api.statuspage.io'],
    credentials: [authorization('OAuth')],
    source: 'https://developer.statuspage.io/#section/Authentication',
  },
  {
    name: 'incident.io',
    hosts: ['api.incident.io'],
    credentials: [bearer('inc_')],
    identity: { method: 'GET', path: '/v1/identity' },
    source: 'https://api-docs.incident.io/tag/Utilities-V1/',
  },
];
