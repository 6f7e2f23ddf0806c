import type { RealCase } from './real-server-case.ts';

const get = (path: string, headers: Readonly<Record<string, string>> = {}) => ({
  url: `http://{influxdb}${path}`,
  method: 'get',
  headers,
});
const metrics = '/query?db=metrics&q=SHOW+MEASUREMENTS';
const signed = (path = metrics, password = 'password', user = 'alice') => ({
  ...get(path),
  basic_auth: [user, `<<CREDENTIAL.${password}>>`],
});
const authorized = (value: string) => get(metrics, { Authorization: value });
const line = (text = 'cpu,host=a value=1') => ({ method: 'post', content_type: 'text/plain', payload: text });

/** What goes wrong in front of InfluxDB 1. */
export const influxdbCases: readonly RealCase[] = [
  { title: 'a right pair', cause: null, options: signed() },
  { title: 'a right pair in the query', cause: null, options: get(`${metrics}&u=alice&p=<<CREDENTIAL.password>>`) },
  { title: 'a right token of the shared secret', cause: null, options: authorized('Bearer <<CREDENTIAL.jwt>>') },
  { title: 'no credential', cause: 'credential-empty', options: get(metrics) },
  { title: 'an empty password', cause: 'credential-empty', alike: ['credential-rejected'], options: signed(metrics, 'empty') },
  { title: 'a wrong password', cause: 'credential-rejected', options: signed(metrics, 'wrong') },
  { title: 'an unknown user', cause: 'credential-rejected', options: signed(metrics, 'password', 'nobody') },
  {
    title: 'a wrong password in the query',
    cause: 'credential-rejected',
    options: get(`${metrics}&u=alice&p=<<CREDENTIAL.wrong>>`),
  },
  {
    title: 'a password in the query without its user',
    cause: 'client-header',
    alike: ['credential-rejected', 'header-wrong'],
    options: get(`${metrics}&p=<<CREDENTIAL.password>>`),
  },
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
  { title: 'a trailing newline in the password', cause: 'credential-whitespace', options: signed(metrics, 'newline') },
  { title: 'a quoted password', cause: 'credential-quoted', options: signed(metrics, 'quoted') },
  { title: 'a pair after Bearer', cause: 'scheme-wrong', options: authorized('Bearer <<CREDENTIAL.encoded>>') },
  {
    title: 'an opaque token after Bearer',
    cause: 'scheme-wrong',
    alike: ['credential-rejected'],
    options: authorized('Bearer <<CREDENTIAL.token>>'),
  },
  {
    title: 'a token of InfluxDB 2',
    cause: 'credential-rejected',
    alike: ['scheme-wrong'],
    options: authorized('Token <<CREDENTIAL.token>>'),
  },
  { title: 'a token that has expired', cause: 'credential-expired', options: authorized('Bearer <<CREDENTIAL.jwt_expired>>') },
  { title: 'a token of another secret', cause: 'credential-rejected', options: authorized('Bearer <<CREDENTIAL.jwt_foreign>>') },
  { title: 'a token without its scheme', cause: 'scheme-missing', options: authorized('<<CREDENTIAL.jwt>>') },
  { title: 'a token after Token', cause: 'scheme-wrong', options: authorized('Token <<CREDENTIAL.jwt>>') },
  { title: 'a token in X-Auth-Token', cause: 'header-wrong', options: get(metrics, { 'X-Auth-Token': '<<CREDENTIAL.jwt>>' }) },
  {
    title: 'a wrong Authorization header beside the right basic_auth',
    cause: 'auth-overridden',
    options: { ...authorized('Bearer <<CREDENTIAL.token>>'), basic_auth: ['alice', '<<CREDENTIAL.password>>'] },
  },
  {
    title: 'a database that the user may not read',
    cause: 'permission-missing',
    options: signed('/query?db=secret&q=SELECT+*+FROM+cpu', 'reader', 'robin'),
  },
  {
    title: 'a statement for administrators',
    cause: 'permission-missing',
    options: signed('/query?q=SHOW+USERS', 'reader', 'robin'),
  },
  {
    title: 'a database that the user may not write to',
    cause: 'permission-missing',
    alike: ['method-not-permitted'],
    options: { ...signed('/write?db=metrics', 'reader', 'robin'), ...line() },
  },
  {
    title: 'a database that is not there, for a query',
    cause: 'not-found',
    options: signed('/query?db=nothing&q=SELECT+*+FROM+cpu'),
  },
  {
    title: 'a database that is not there, for a write',
    cause: 'not-found',
    options: { ...signed('/write?db=nothing'), ...line() },
  },
  { title: 'a path that is not there', cause: 'not-found', options: signed('/api/v3/query') },
  { title: 'a GET where POST is served', cause: 'method-not-allowed', options: signed('/write?db=metrics') },
  { title: 'a DELETE of the query', cause: 'method-not-allowed', options: { ...signed(), method: 'delete' } },
  { title: 'a query that is no query', cause: 'unexplained', options: signed('/query?db=metrics&q=SELEKT+1') },
  { title: 'a query that is missing', cause: 'unexplained', options: signed('/query?db=metrics') },
  {
    title: 'JSON where the line protocol is read',
    cause: 'content-type-mismatch',
    alike: ['unexplained'],
    options: { ...signed('/write?db=metrics'), method: 'post', content_type: 'application_json', payload: { cpu: 1 } },
  },
  { title: 'https at the port of http', cause: 'tls-other', options: { ...signed(), url: 'https://{influxdb}/ping' } },
  {
    title: 'two empty pills',
    cause: 'credential-empty',
    options: { ...get(metrics), basic_auth: ['<<CREDENTIAL.empty>>', '<<CREDENTIAL.empty>>'] },
  },
  { title: 'an empty pill after Basic', cause: 'credential-empty', options: authorized('Basic <<CREDENTIAL.empty>>') },
  { title: 'an empty pill after Bearer', cause: 'credential-empty', options: authorized('Bearer <<CREDENTIAL.empty>>') },
  {
    title: 'a pair, raw after Token',
    cause: 'scheme-wrong',
    alike: ['basic-not-encoded'],
    options: authorized('Token <<CREDENTIAL.pair>>'),
  },
  { title: 'an encoded pair after Token', cause: 'scheme-wrong', options: authorized('Token <<CREDENTIAL.encoded>>') },
  {
    title: 'a pill that is sent as text',
    cause: 'credential-unresolved',
    options: authorized("Basic <<'{' & '{CREDENTIAL.encoded}' & '}'>>"),
  },
  {
    title: 'a password under another name in the query',
    cause: 'header-wrong',
    alike: ['credential-empty'],
    options: get(`${metrics}&username=alice&password=<<CREDENTIAL.password>>`),
  },
  {
    title: 'a query as JSON',
    cause: 'content-type-mismatch',
    options: {
      ...signed('/query?db=metrics'),
      method: 'post',
      content_type: 'application_json',
      payload: { q: 'SHOW MEASUREMENTS' },
    },
  },
  {
    title: 'a wrong user for a database that is not there',
    cause: 'credential-rejected',
    options: signed('/query?db=nothing&q=SHOW+MEASUREMENTS', 'wrong'),
  },
  { title: 'a number that is no number', cause: 'unexplained', options: signed(`${metrics}&chunked=true&epoch=x&params=5`) },
  {
    title: 'a token of another secret that has expired',
    cause: 'credential-rejected',
    alike: ['credential-expired'],
    options: authorized('Bearer <<CREDENTIAL.jwt_foreign>>x'),
  },
  { title: 'a quoted token', cause: 'credential-quoted', options: authorized('Bearer "<<CREDENTIAL.jwt>>"') },
  { title: 'Bearer twice', cause: 'scheme-doubled', options: authorized('Bearer Bearer <<CREDENTIAL.jwt>>') },
  { title: 'a space in the token', cause: 'credential-whitespace', options: authorized('Bearer  <<CREDENTIAL.jwt>> ') },
];
