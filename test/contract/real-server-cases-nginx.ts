import type { RealCase } from './real-server-case.ts';

const get = (path: string, headers: Readonly<Record<string, string>> = {}) => ({
  url: `http://{http}${path}`,
  method: 'get',
  headers,
});
const basic = (value: string) => get('/basic/item.json', { Authorization: value });
const post = (path: string, rest: Readonly<Record<string, unknown>>) => ({
  url: `http://{http}${path}`,
  method: 'post',
  ...rest,
});

/** What goes wrong in front of nginx. */
export const nginxCases: readonly RealCase[] = [
  {
    title: 'a right pair in basic_auth',
    cause: null,
    options: { ...get('/basic/item.json'), basic_auth: ['alice', '<<CREDENTIAL.password>>'] },
  },
  {
    title: 'a right token after Bearer',
    cause: null,
    options: get('/bearer/', { Authorization: 'Bearer <<CREDENTIAL.token>>' }),
  },
  { title: 'no credential at all', cause: 'credential-empty', options: get('/basic/item.json') },
  {
    title: 'an empty credential after Bearer',
    cause: 'credential-empty',
    options: get('/bearer/', { Authorization: 'Bearer <<CREDENTIAL.empty>>' }),
  },
  {
    title: 'a wrong password',
    cause: 'credential-rejected',
    options: { ...get('/basic/item.json'), basic_auth: ['alice', '<<CREDENTIAL.wrong>>'] },
  },
  {
    title: 'an unknown user',
    cause: 'credential-rejected',
    options: { ...get('/basic/item.json'), basic_auth: ['nobody', '<<CREDENTIAL.password>>'] },
  },
  { title: 'a pair that is not encoded', cause: 'basic-not-encoded', options: basic('Basic <<CREDENTIAL.pair>>') },
  {
    title: 'a user and a password that are not encoded',
    cause: 'basic-not-encoded',
    options: basic('Basic <<CREDENTIAL.user>>:<<CREDENTIAL.password>>'),
  },
  {
    title: 'a pair that is encoded twice',
    cause: 'basic-double-encoded',
    options: basic('Basic <<BASE64_ENCODE(CREDENTIAL.encoded)>>'),
  },
  { title: 'a value that is encoded twice', cause: 'basic-double-encoded', options: basic('Basic <<CREDENTIAL.twice>>') },
  { title: 'a pair without its scheme', cause: 'scheme-missing', options: basic('<<CREDENTIAL.encoded>>') },
  {
    title: 'a raw pair without its scheme',
    cause: 'scheme-missing',
    alike: ['basic-not-encoded'],
    options: basic('<<CREDENTIAL.pair>>'),
  },
  { title: 'Basic twice', cause: 'scheme-doubled', options: basic('Basic <<CREDENTIAL.basic_value>>') },
  {
    title: 'base64 without a colon',
    cause: 'basic-no-colon',
    alike: ['credential-rejected'],
    options: basic('Basic <<BASE64_ENCODE(CREDENTIAL.password)>>'),
  },
  { title: 'URL-safe base64', cause: 'basic-url-safe', options: basic('Basic <<CREDENTIAL.urlsafe>>') },
  {
    title: 'a trailing newline in the password',
    cause: 'credential-whitespace',
    options: { ...get('/basic/item.json'), basic_auth: ['alice', '<<CREDENTIAL.newline>>'] },
  },
  {
    title: 'a trailing newline inside of the base64',
    cause: 'credential-whitespace',
    options: basic('Basic <<CREDENTIAL.encoded_newline>>'),
  },
  {
    title: 'a quoted password',
    cause: 'credential-quoted',
    options: { ...get('/basic/item.json'), basic_auth: ['alice', '<<CREDENTIAL.quoted>>'] },
  },
  { title: 'a pair after Bearer', cause: 'scheme-wrong', options: basic('Bearer <<CREDENTIAL.encoded>>') },
  {
    title: 'a raw pair after Bearer',
    cause: 'scheme-wrong',
    alike: ['basic-not-encoded'],
    options: basic('Bearer <<CREDENTIAL.pair>>'),
  },
  {
    title: 'a wrong Authorization header beside the right basic_auth',
    cause: 'auth-overridden',
    options: { ...basic('Bearer <<CREDENTIAL.token>>'), basic_auth: ['alice', '<<CREDENTIAL.password>>'] },
  },
  {
    title: 'a pill that is sent as text',
    cause: 'credential-unresolved',
    options: get('/bearer/', { Authorization: "Bearer <<'{' & '{CREDENTIAL.token}' & '}'>>" }),
  },
  {
    title: 'a token without its scheme',
    cause: 'scheme-missing',
    options: get('/bearer/', { Authorization: '<<CREDENTIAL.token>>' }),
  },
  {
    title: 'Bearer twice',
    cause: 'scheme-doubled',
    options: get('/bearer/', { Authorization: 'Bearer <<CREDENTIAL.token_bearer>>' }),
  },
  {
    title: 'a quoted token',
    cause: 'credential-quoted',
    options: get('/bearer/', { Authorization: 'Bearer <<CREDENTIAL.token_quoted>>' }),
  },
  {
    title: 'a space before the token',
    cause: 'credential-whitespace',
    options: get('/bearer/', { Authorization: 'Bearer <<CREDENTIAL.token_spaced>>' }),
  },
  {
    title: 'a wrong token',
    cause: 'credential-rejected',
    options: get('/bearer/', { Authorization: 'Bearer <<CREDENTIAL.token_wrong>>' }),
  },
  {
    title: 'a wrong token where the server does not say',
    cause: 'credential-rejected',
    options: get('/silent/', { Authorization: 'Bearer <<CREDENTIAL.token_wrong>>' }),
  },
  {
    title: 'a token as the password of Basic',
    cause: 'scheme-wrong',
    options: { ...get('/bearer/'), basic_auth: ['alice', '<<CREDENTIAL.token>>'] },
  },
  {
    title: 'a token in a header of another name',
    cause: 'header-wrong',
    options: get('/bearer/', { 'X-Auth-Token': '<<CREDENTIAL.token>>' }),
  },
  {
    title: 'Bearer where the server takes Token',
    cause: 'scheme-wrong',
    options: get('/prefixed/', { Authorization: 'Bearer <<CREDENTIAL.token>>' }),
  },
  {
    title: 'Bearer where the server takes the token alone',
    cause: 'scheme-wrong',
    options: get('/bare/', { Authorization: 'Bearer <<CREDENTIAL.token>>' }),
  },
  {
    title: 'Bearer where the server takes a key header',
    cause: 'header-wrong',
    options: get('/key/', { Authorization: 'Bearer <<CREDENTIAL.token>>' }),
  },
  { title: 'a wrong key', cause: 'credential-rejected', options: get('/key/', { 'X-API-Key': '<<CREDENTIAL.token_wrong>>' }) },
  {
    title: 'a header where the server takes a parameter',
    cause: 'header-wrong',
    options: get('/parameter/', { 'X-API-Key': '<<CREDENTIAL.token>>' }),
  },
  {
    title: 'a credential without permission',
    cause: 'permission-missing',
    options: get('/scoped/', { Authorization: 'Bearer <<CREDENTIAL.token>>' }),
  },
  { title: 'a 404 that hides', cause: 'not-found', options: get('/secret/', { Authorization: 'Bearer <<CREDENTIAL.token>>' }) },
  {
    title: 'a 404 behind a password',
    cause: 'not-found',
    options: { ...get('/basic/nothing.json'), basic_auth: ['alice', '<<CREDENTIAL.password>>'] },
  },
  {
    title: 'a 404 in place of a 401',
    cause: 'not-found',
    alike: ['credential-rejected'],
    options: { ...get('/hidden/item.json'), basic_auth: ['alice', '<<CREDENTIAL.wrong>>'] },
  },
  { title: 'a User-Agent that is refused', cause: 'user-agent-blocked', options: get('/agent/item.json') },
  { title: 'a User-Agent that is cut off', cause: 'user-agent-blocked', options: get('/cut/') },
  {
    title: 'a method that the location refuses to everybody',
    cause: 'method-not-permitted',
    options: {
      ...post('/read/item.json', { payload: { a: '1' }, content_type: 'json' }),
      basic_auth: ['alice', '<<CREDENTIAL.password>>'],
    },
  },
  {
    title: 'a POST to a file',
    cause: 'method-not-allowed',
    options: post('/open/item.json', { payload: { a: '1' }, content_type: 'json' }),
  },
  {
    title: 'a PUT to a file behind a password',
    cause: 'method-not-allowed',
    options: { ...get('/files/item.json'), method: 'put', payload: { a: '1' }, basic_auth: ['alice', '<<CREDENTIAL.password>>'] },
  },
  {
    title: 'an address of another network',
    cause: 'address-not-allowed',
    alike: ['unexplained'],
    options: get('/network/item.json'),
  },
  { title: 'a rate limit with 429', cause: 'rate-limited', options: get('/limited/item.json') },
  { title: 'a rate limit with 503', cause: 'rate-limited', alike: ['server-error'], options: get('/busy/item.json') },
  {
    title: 'a form where JSON is asked for',
    cause: 'content-type-mismatch',
    options: post('/typed/', { payload: { a: '1' }, content_type: 'form' }),
  },
  {
    title: 'a charset that is refused',
    cause: 'charset-rejected',
    options: post('/plain-type/', { payload: { a: '1' }, content_type: 'json' }),
  },
  { title: 'a payload in the query', cause: 'payload-as-query', options: { ...get('/no-query/'), payload: { limit: '5' } } },
  {
    title: 'a redirect to another host',
    cause: 'redirect-dropped-authorization',
    options: { ...get('/moved/'), basic_auth: ['alice', '<<CREDENTIAL.password>>'] },
  },
  {
    title: 'a redirect that makes a POST a GET',
    cause: 'redirect-changed-method',
    options: post('/posted/', { payload: { a: '1' }, content_type: 'json' }),
  },
  { title: 'a pair after Token', cause: 'scheme-wrong', options: basic('Token <<CREDENTIAL.encoded>>') },
  {
    title: 'a colon after Basic',
    cause: 'scheme-wrong',
    alike: ['scheme-doubled', 'basic-not-encoded'],
    options: basic('Basic: <<CREDENTIAL.encoded>>'),
  },
  { title: 'a quoted pair in base64', cause: 'credential-quoted', options: basic('Basic "<<CREDENTIAL.encoded>>"') },
  {
    title: 'a pair in a header of another name',
    cause: 'header-wrong',
    options: get('/basic/item.json', { 'X-Authorization': 'Basic <<CREDENTIAL.encoded>>' }),
  },
  {
    title: 'two empty pills',
    cause: 'credential-empty',
    options: { ...get('/basic/item.json'), basic_auth: ['<<CREDENTIAL.empty>>', '<<CREDENTIAL.empty>>'] },
  },
  {
    title: 'user and password swapped',
    cause: 'credential-rejected',
    options: { ...get('/basic/item.json'), basic_auth: ['<<CREDENTIAL.password>>', 'alice'] },
  },
  {
    title: 'a token after Token',
    cause: 'scheme-wrong',
    options: get('/bearer/', { Authorization: 'Token <<CREDENTIAL.token>>' }),
  },
  { title: 'a token in the query', cause: 'header-wrong', options: get('/bearer/?access_token=<<CREDENTIAL.token>>') },
  {
    title: 'a token and two spaces',
    cause: 'credential-whitespace',
    options: get('/bearer/', { Authorization: 'Bearer  <<CREDENTIAL.token>>' }),
  },
  { title: 'an empty key', cause: 'credential-empty', options: get('/key/', { 'X-API-Key': '<<CREDENTIAL.empty>>' }) },
  { title: 'a quoted key', cause: 'credential-quoted', options: get('/key/', { 'X-API-Key': '<<CREDENTIAL.token_quoted>>' }) },
  { title: 'a key in the query', cause: 'header-wrong', options: get('/key/?api_key=<<CREDENTIAL.token>>') },
  {
    title: 'Bearer where the server takes a parameter',
    cause: 'header-wrong',
    options: get('/parameter/', { Authorization: 'Bearer <<CREDENTIAL.token>>' }),
  },
  { title: 'an empty parameter', cause: 'credential-empty', options: get('/parameter/?api_key=<<CREDENTIAL.empty>>') },
  { title: 'a wrong parameter', cause: 'credential-rejected', options: get('/parameter/?api_key=<<CREDENTIAL.token_wrong>>') },
  {
    title: 'a wrong token where others are refused',
    cause: 'credential-rejected',
    options: get('/scoped/', { Authorization: 'Bearer <<CREDENTIAL.token_wrong>>' }),
  },
  {
    title: 'a token without its scheme where others are refused',
    cause: 'scheme-missing',
    options: get('/scoped/', { Authorization: '<<CREDENTIAL.token>>' }),
  },
  {
    title: 'a directory without a page',
    cause: 'not-found',
    alike: ['address-not-allowed', 'unexplained', 'permission-missing', 'credential-empty'],
    options: get('/open/'),
  },
  {
    title: 'a header that is too large',
    cause: 'unexplained',
    options: get('/open/item.json', { 'X-Large': 'x'.repeat(40_000) }),
  },
  { title: 'nothing there', cause: 'not-found', options: get('/open/nothing.json') },
  { title: 'a DELETE of a file', cause: 'method-not-allowed', options: { ...get('/open/item.json'), method: 'delete' } },
  {
    title: 'a pill that is sent as text, after Basic',
    cause: 'credential-unresolved',
    options: basic("Basic <<'{' & '{CREDENTIAL.encoded}' & '}'>>"),
  },
];
