import type { RealCase } from './real-server-case.ts';

const get = (path: string, headers: Readonly<Record<string, string>> = {}) => ({
  url: `http://{apache}${path}`,
  method: 'get',
  headers,
});
const signed = (path: string, password: string, user = 'alice') => ({
  ...get(path),
  basic_auth: [user, `<<CREDENTIAL.${password}>>`],
});
const post = (path: string, rest: Readonly<Record<string, unknown>>) => ({
  url: `http://{apache}${path}`,
  method: 'post',
  payload: { a: '1' },
  content_type: 'json',
  ...rest,
});

/** What goes wrong in front of Apache. */
export const apacheCases: readonly RealCase[] = [
  { title: 'a right pair', cause: null, options: signed('/basic/item.json', 'password') },
  { title: 'no credential', cause: 'credential-empty', options: get('/basic/item.json') },
  { title: 'a wrong password', cause: 'credential-rejected', options: signed('/basic/item.json', 'wrong') },
  {
    title: 'a pair that is not encoded',
    cause: 'basic-not-encoded',
    options: get('/basic/item.json', { Authorization: 'Basic <<CREDENTIAL.pair>>' }),
  },
  {
    title: 'a pair after Bearer',
    cause: 'scheme-wrong',
    options: get('/basic/item.json', { Authorization: 'Bearer <<CREDENTIAL.encoded>>' }),
  },
  {
    title: 'URL-safe base64',
    cause: 'basic-url-safe',
    options: get('/basic/item.json', { Authorization: 'Basic <<CREDENTIAL.urlsafe>>' }),
  },
  {
    title: 'a pair that is encoded twice',
    cause: 'basic-double-encoded',
    options: get('/basic/item.json', { Authorization: 'Basic <<CREDENTIAL.twice>>' }),
  },
  {
    title: 'a user who is not in the group, told by 401',
    cause: 'credential-rejected',
    alike: ['permission-missing'],
    options: signed('/group/item.json', 'reader', 'robin'),
  },
  {
    title: 'a user who is not in the group, told by 403',
    cause: 'permission-missing',
    options: signed('/admins/item.json', 'reader', 'robin'),
  },
  { title: 'Basic where Digest is asked for', cause: 'scheme-wrong', options: signed('/digest/item.json', 'password') },
  {
    title: 'a user who may only read',
    cause: 'method-not-permitted',
    alike: ['permission-missing'],
    options: { ...post('/read/item.json', {}), basic_auth: ['robin', '<<CREDENTIAL.reader>>'] },
  },
  {
    title: 'a method of WebDAV that is not there',
    cause: 'method-not-allowed',
    options: { ...signed('/basic/item.json', 'password'), method: 'put', payload: { a: '1' } },
  },
  {
    title: 'a PATCH of WebDAV',
    cause: 'method-not-allowed',
    options: { ...signed('/dav/item.json', 'password'), method: 'patch', payload: { a: '1' } },
  },
  { title: 'a User-Agent that is refused', cause: 'user-agent-blocked', options: get('/agent/item.json') },
  {
    title: 'an address of another network',
    cause: 'address-not-allowed',
    alike: ['unexplained', 'permission-missing'],
    options: get('/network/item.json'),
  },
  {
    title: 'an address of another network behind a password',
    cause: 'address-not-allowed',
    alike: ['unexplained', 'permission-missing', 'credential-rejected'],
    options: signed('/closed/item.json', 'password'),
  },
  {
    title: 'a token without its scheme',
    cause: 'scheme-missing',
    options: get('/bearer/item.json', { Authorization: '<<CREDENTIAL.token>>' }),
  },
  {
    title: 'a directory without a page',
    cause: 'not-found',
    options: signed('/basic/', 'password'),
  },
  { title: 'nothing there', cause: 'not-found', options: get('/open/nothing.json') },
  { title: 'a redirect that makes a POST a GET', cause: 'redirect-changed-method', options: post('/posted', {}) },
  { title: 'a gateway without its server', cause: 'server-error', options: get('/gateway') },
  {
    title: 'a certificate of its own',
    cause: 'tls-untrusted',
    options: { url: 'https://{apache_https}/open/item.json', method: 'get' },
  },
  {
    title: 'http at the port of https',
    cause: 'tls-other',
    options: { url: 'http://{apache_https}/open/item.json', method: 'get' },
  },
  {
    title: 'no client certificate',
    cause: 'tls-client-certificate-required',
    words: ['--insecure'],
    options: { url: 'https://{apache_mutual}/open/item.json', method: 'get' },
  },
  {
    title: 'a password that is empty in Tines',
    cause: 'credential-empty',
    alike: ['credential-rejected'],
    words: ['--tines-status', '401'],
    options: signed('/basic/item.json', 'password'),
  },
  {
    title: 'Basic twice',
    cause: 'scheme-doubled',
    options: get('/basic/item.json', { Authorization: 'Basic <<CREDENTIAL.basic_value>>' }),
  },
  {
    title: 'a pair without its scheme',
    cause: 'scheme-missing',
    options: get('/basic/item.json', { Authorization: '<<CREDENTIAL.encoded>>' }),
  },
  {
    title: 'base64 without a colon',
    cause: 'basic-no-colon',
    alike: ['credential-rejected'],
    options: get('/basic/item.json', { Authorization: 'Basic <<BASE64_ENCODE(CREDENTIAL.password)>>' }),
  },
  { title: 'a trailing newline in the password', cause: 'credential-whitespace', options: signed('/basic/item.json', 'newline') },
  { title: 'a quoted password', cause: 'credential-quoted', options: signed('/basic/item.json', 'quoted') },
  {
    title: 'two empty pills',
    cause: 'credential-empty',
    options: { ...get('/basic/item.json'), basic_auth: ['<<CREDENTIAL.empty>>', '<<CREDENTIAL.empty>>'] },
  },
  {
    title: 'a token after Bearer where a pair is asked for',
    cause: 'scheme-wrong',
    alike: ['credential-rejected'],
    options: get('/basic/item.json', { Authorization: 'Bearer <<CREDENTIAL.token>>' }),
  },
  {
    title: 'a wrong Authorization header beside the right basic_auth',
    cause: 'auth-overridden',
    options: { ...signed('/basic/item.json', 'password'), headers: { Authorization: 'Bearer <<CREDENTIAL.token>>' } },
  },
  {
    title: 'a pair in a header of another name',
    cause: 'header-wrong',
    options: get('/basic/item.json', { 'X-Authorization': 'Basic <<CREDENTIAL.encoded>>' }),
  },
  {
    title: 'Bearer where Digest is asked for',
    cause: 'scheme-wrong',
    options: get('/digest/item.json', { Authorization: 'Bearer <<CREDENTIAL.token>>' }),
  },
  {
    title: 'a token after Token',
    cause: 'scheme-wrong',
    options: get('/bearer/item.json', { Authorization: 'Token <<CREDENTIAL.token>>' }),
  },
  {
    title: 'a token in X-API-Key',
    cause: 'header-wrong',
    options: get('/bearer/item.json', { 'X-API-Key': '<<CREDENTIAL.token>>' }),
  },
  {
    title: 'Bearer twice',
    cause: 'scheme-doubled',
    options: get('/bearer/item.json', { Authorization: 'Bearer <<CREDENTIAL.token_bearer>>' }),
  },
  {
    title: 'a wrong token',
    cause: 'credential-rejected',
    alike: ['address-not-allowed', 'permission-missing', 'unexplained', 'scheme-wrong'],
    options: get('/bearer/item.json', { Authorization: 'Bearer <<CREDENTIAL.token_wrong>>' }),
  },
  { title: 'an address that cannot be decoded', cause: 'unexplained', alike: ['not-found'], options: get('/open/%ZZ') },
  {
    title: 'a DELETE of a file',
    cause: 'method-not-allowed',
    options: { ...signed('/basic/item.json', 'password'), method: 'delete' },
  },
];
