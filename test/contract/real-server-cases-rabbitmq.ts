import type { RealCase } from './real-server-case.ts';

const get = (path: string, headers: Readonly<Record<string, string>> = {}) => ({
  url: `http://{rabbitmq}${path}`,
  method: 'get',
  headers,
});
const signed = (path: string, password = 'password', user = 'alice') => ({
  ...get(path),
  basic_auth: [user, `<<CREDENTIAL.${password}>>`],
});
const authorized = (value: string) => get('/api/overview', { Authorization: value });
const write = (method: string, payload: unknown = { durable: true }) => ({ method, content_type: 'application_json', payload });

/** What goes wrong in front of RabbitMQ’s management API. */
export const rabbitmqCases: readonly RealCase[] = [
  { title: 'a right pair', cause: null, options: signed('/api/overview') },
  { title: 'no credential', cause: 'credential-empty', options: get('/api/overview') },
  {
    title: 'an empty password',
    cause: 'credential-empty',
    alike: ['credential-rejected'],
    options: signed('/api/overview', 'empty'),
  },
  { title: 'a wrong password', cause: 'credential-rejected', options: signed('/api/overview', 'wrong') },
  { title: 'an unknown user', cause: 'credential-rejected', options: signed('/api/overview', 'password', 'nobody') },
  { title: 'a pair that is not encoded', cause: 'basic-not-encoded', options: authorized('Basic <<CREDENTIAL.pair>>') },
  { title: 'a pair that is encoded twice', cause: 'basic-double-encoded', options: authorized('Basic <<CREDENTIAL.twice>>') },
  { title: 'URL-safe base64', cause: 'basic-url-safe', options: authorized('Basic <<CREDENTIAL.urlsafe>>') },
  { title: 'a pair without its scheme', cause: 'scheme-missing', options: authorized('<<CREDENTIAL.encoded>>') },
  {
    title: 'a raw pair without its scheme',
    cause: 'scheme-missing',
    alike: ['basic-not-encoded'],
    options: authorized('<<CREDENTIAL.pair>>'),
  },
  { title: 'Basic twice', cause: 'scheme-doubled', options: authorized('Basic <<CREDENTIAL.basic_value>>') },
  {
    title: 'base64 without a colon',
    cause: 'basic-no-colon',
    alike: ['credential-rejected'],
    options: authorized('Basic <<BASE64_ENCODE(CREDENTIAL.password)>>'),
  },
  { title: 'a trailing newline in the password', cause: 'credential-whitespace', options: signed('/api/overview', 'newline') },
  {
    title: 'a trailing newline in the base64',
    cause: 'credential-whitespace',
    options: authorized('Basic <<CREDENTIAL.encoded_newline>>'),
  },
  { title: 'a quoted password', cause: 'credential-quoted', options: signed('/api/overview', 'quoted') },
  { title: 'a pair after Bearer', cause: 'scheme-wrong', options: authorized('Bearer <<CREDENTIAL.encoded>>') },
  {
    title: 'a token after Bearer',
    cause: 'scheme-wrong',
    alike: ['credential-rejected'],
    options: authorized('Bearer <<CREDENTIAL.token>>'),
  },
  {
    title: 'a pair in a header of another name',
    cause: 'header-wrong',
    options: get('/api/overview', { 'X-Authorization': 'Basic <<CREDENTIAL.encoded>>' }),
  },
  {
    title: 'a wrong Authorization header beside the right basic_auth',
    cause: 'auth-overridden',
    options: { ...authorized('Bearer <<CREDENTIAL.token>>'), basic_auth: ['alice', '<<CREDENTIAL.password>>'] },
  },
  {
    title: 'a pill that is sent as text',
    cause: 'credential-unresolved',
    options: authorized("Basic <<'{' & '{CREDENTIAL.encoded}' & '}'>>"),
  },
  { title: 'a user who may not use the API', cause: 'permission-missing', options: signed('/api/overview', 'reader', 'carol') },
  { title: 'a user who is no monitor', cause: 'permission-missing', options: signed('/api/nodes', 'reader', 'robin') },
  {
    title: 'a user who is no administrator',
    cause: 'permission-missing',
    options: { ...signed('/api/vhosts/new', 'reader', 'robin'), ...write('put', {}) },
  },
  { title: 'a user without the vhost', cause: 'permission-missing', options: signed('/api/queues/prod', 'reader', 'robin') },
  {
    title: 'a user without the vhost, who writes',
    cause: 'permission-missing',
    alike: ['method-not-permitted'],
    options: { ...signed('/api/queues/%2F/new', 'reader', 'robin'), ...write('put') },
  },
  { title: 'a queue that is not there', cause: 'not-found', options: signed('/api/queues/%2F/nothing') },
  { title: 'a vhost that is not escaped', cause: 'not-found', options: signed('/api/queues///jobs') },
  { title: 'a path that is not there', cause: 'not-found', options: signed('/api/nothing') },
  {
    title: 'a DELETE of what is not there',
    cause: 'not-found',
    options: { ...signed('/api/queues/%2F/nothing'), method: 'delete' },
  },
  { title: 'a POST where GET is served', cause: 'method-not-allowed', options: { ...signed('/api/overview'), ...write('post') } },
  { title: 'a PATCH of a queue', cause: 'method-not-allowed', options: { ...signed('/api/queues/%2F/jobs'), ...write('patch') } },
  { title: 'a GET where POST is served', cause: 'method-not-allowed', options: signed('/api/exchanges/%2F/amq.direct/publish') },
  {
    title: 'a form where JSON is read',
    cause: 'content-type-mismatch',
    options: { ...signed('/api/queues/%2F/formed'), method: 'put', content_type: 'form', payload: { durable: 'true' } },
  },
  {
    title: 'another property than the queue has',
    cause: 'unexplained',
    options: { ...signed('/api/queues/%2F/jobs'), ...write('put', { durable: false }) },
  },
  {
    title: 'a body that lacks a field',
    cause: 'unexplained',
    options: { ...signed('/api/exchanges/%2F/amq.direct/publish'), ...write('post', { payload: 'x' }) },
  },
  {
    title: 'a page that is no number',
    cause: 'unexplained',
    alike: ['payload-as-query'],
    options: { ...signed('/api/queues'), payload: { page: 'x', page_size: '5' } },
  },
  {
    title: 'the port of AMQP',
    cause: 'unexplained',
    alike: ['connect', 'http-version', 'tls-other', 'timeout'],
    options: { url: 'http://{amqp}/', method: 'get' },
  },
  {
    title: 'https at the port of http',
    cause: 'tls-other',
    options: { ...signed('/api/overview'), url: 'https://{rabbitmq}/api/overview' },
  },
  {
    title: 'user and password swapped',
    cause: 'credential-rejected',
    options: { ...get('/api/overview'), basic_auth: ['<<CREDENTIAL.password>>', 'alice'] },
  },
  {
    title: 'two empty pills',
    cause: 'credential-empty',
    options: { ...get('/api/overview'), basic_auth: ['<<CREDENTIAL.empty>>', '<<CREDENTIAL.empty>>'] },
  },
  { title: 'an empty pill after Basic', cause: 'credential-empty', options: authorized('Basic <<CREDENTIAL.empty>>') },
  {
    title: 'a colon after Basic',
    cause: 'scheme-wrong',
    alike: ['scheme-doubled', 'basic-not-encoded'],
    options: authorized('Basic: <<CREDENTIAL.encoded>>'),
  },
  { title: 'a quoted pair in base64', cause: 'credential-quoted', options: authorized('Basic "<<CREDENTIAL.encoded>>"') },
  { title: 'a pair after Token', cause: 'scheme-wrong', options: authorized('Token <<CREDENTIAL.encoded>>') },
  {
    title: 'a raw pair after Bearer',
    cause: 'scheme-wrong',
    alike: ['basic-not-encoded'],
    options: authorized('Bearer <<CREDENTIAL.pair>>'),
  },
  {
    title: 'a token in X-API-Key',
    cause: 'header-wrong',
    alike: ['scheme-wrong', 'credential-rejected', 'credential-empty'],
    options: get('/api/overview', { 'X-API-Key': '<<CREDENTIAL.token>>' }),
  },
  {
    title: 'a password in the query',
    cause: 'header-wrong',
    alike: ['credential-empty'],
    options: get('/api/overview?user=alice&password=<<CREDENTIAL.password>>'),
  },
  {
    title: 'a word that is no JSON',
    cause: 'unexplained',
    alike: ['content-type-mismatch'],
    options: { ...signed('/api/queues/%2F/worded'), ...write('put', 'hello') },
  },
  {
    title: 'a wrong password for a path that is not there',
    cause: 'credential-rejected',
    alike: ['not-found'],
    options: signed('/api/nothing', 'wrong'),
  },
  {
    title: 'a wrong password for a method that is not there',
    cause: 'method-not-allowed',
    alike: ['credential-rejected'],
    options: { ...signed('/api/overview', 'wrong'), ...write('post') },
  },
  {
    title: 'an exchange that is the server’s own',
    cause: 'permission-missing',
    alike: ['unexplained', 'method-not-permitted'],
    options: { ...signed('/api/exchanges/%2F/amq.own'), ...write('put', { type: 'direct' }) },
  },
];
