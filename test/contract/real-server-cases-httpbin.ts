import type { RealCase } from './real-server-case.ts';

const get = (path: string, headers: Readonly<Record<string, string>> = {}) => ({
  url: `http://{httpbin}${path}`,
  method: 'get',
  headers,
});
const members = '/basic-auth/alice/wonderland-55';

/** What goes wrong in front of httpbin. */
export const httpbinCases: readonly RealCase[] = [
  { title: 'a right pair', cause: null, options: { ...get(members), basic_auth: ['alice', '<<CREDENTIAL.guest>>'] } },
  { title: 'any token', cause: null, options: get('/bearer', { Authorization: 'Bearer <<CREDENTIAL.token>>' }) },
  { title: 'no credential', cause: 'credential-empty', options: get(members) },
  { title: 'no token', cause: 'credential-empty', options: get('/bearer') },
  {
    title: 'a wrong password',
    cause: 'credential-rejected',
    options: { ...get(members), basic_auth: ['alice', '<<CREDENTIAL.wrong>>'] },
  },
  {
    title: 'a token in a header of another name',
    cause: 'header-wrong',
    options: get('/bearer', { 'X-API-Key': '<<CREDENTIAL.token>>' }),
  },
  {
    title: 'Basic where Digest is asked for',
    cause: 'scheme-wrong',
    options: { ...get('/digest-auth/auth/alice/wonderland-55'), basic_auth: ['alice', '<<CREDENTIAL.password>>'] },
  },
  {
    title: 'a 404 in place of a 401',
    cause: 'not-found',
    alike: ['credential-rejected'],
    options: { ...get('/hidden-basic-auth/alice/wonderland-55'), basic_auth: ['alice', '<<CREDENTIAL.wrong>>'] },
  },
  { title: 'a GET where POST is asked for', cause: 'method-not-allowed', options: get('/post') },
  {
    title: 'a POST where GET is asked for',
    cause: 'method-not-allowed',
    options: { ...get('/get'), method: 'post', payload: { a: '1' }, content_type: 'json' },
  },
  {
    title: 'status 403 for everybody',
    cause: 'unexplained',
    alike: ['permission-missing', 'credential-rejected', 'address-not-allowed'],
    options: get('/status/403', { Authorization: 'Bearer <<CREDENTIAL.token>>' }),
  },
  {
    title: 'status 401 for everybody',
    cause: 'unexplained',
    alike: ['credential-rejected', 'scheme-wrong'],
    options: get('/status/401', { Authorization: 'Bearer <<CREDENTIAL.token>>' }),
  },
  { title: 'status 404', cause: 'not-found', options: get('/status/404', { Authorization: 'Bearer <<CREDENTIAL.token>>' }) },
  { title: 'status 418', cause: 'unexplained', options: get('/status/418') },
  { title: 'status 429', cause: 'rate-limited', options: get('/status/429') },
  { title: 'status 500', cause: 'server-error', options: get('/status/500', { Authorization: 'Bearer <<CREDENTIAL.token>>' }) },
  { title: 'status 502', cause: 'server-error', options: get('/status/502') },
  { title: 'status 503', cause: 'server-error', options: get('/status/503') },
  { title: 'no answer in time', cause: 'timeout', options: { ...get('/delay/5'), timeout: '1' } },
  {
    title: 'a redirect to another host',
    cause: 'redirect-dropped-authorization',
    options: {
      ...get('/redirect-to?url=http%3A%2F%2Flocalhost:{httpbin_port}%2Fbasic-auth%2Falice%2Fwonderland-55'),
      basic_auth: ['alice', '<<CREDENTIAL.guest>>'],
    },
  },
  {
    title: 'a redirect that makes a POST a GET',
    cause: 'redirect-changed-method',
    options: { ...get('/redirect-to?url=%2Fpost&status_code=302'), method: 'post', payload: { a: '1' }, content_type: 'json' },
  },
  { title: 'a redirect without an end', cause: 'unexplained', options: get('/redirect/40') },
  {
    title: 'a pair that is not encoded',
    cause: 'basic-not-encoded',
    options: get(members, { Authorization: 'Basic alice:<<CREDENTIAL.guest>>' }),
  },
  {
    title: 'a pair that is encoded twice',
    cause: 'basic-double-encoded',
    options: get(members, { Authorization: "Basic <<BASE64_ENCODE(BASE64_ENCODE('alice:' & CREDENTIAL.guest))>>" }),
  },
  {
    title: 'a pair without its scheme',
    cause: 'scheme-missing',
    options: get(members, { Authorization: "<<BASE64_ENCODE('alice:' & CREDENTIAL.guest)>>" }),
  },
  {
    title: 'a pair after Bearer',
    cause: 'scheme-wrong',
    options: get(members, { Authorization: "Bearer <<BASE64_ENCODE('alice:' & CREDENTIAL.guest)>>" }),
  },
  {
    title: 'Bearer where Digest is asked for',
    cause: 'scheme-wrong',
    options: get('/digest-auth/auth/alice/wonderland-55', { Authorization: 'Bearer <<CREDENTIAL.token>>' }),
  },
  {
    title: 'no credential where a 404 hides',
    cause: 'not-found',
    alike: ['credential-empty'],
    options: get('/hidden-basic-auth/alice/wonderland-55'),
  },
  { title: 'status 405', cause: 'method-not-allowed', alike: ['unexplained'], options: get('/status/405') },
  { title: 'status 406', cause: 'unexplained', alike: ['client-header'], options: get('/status/406') },
  { title: 'status 407', cause: 'credential-empty', alike: ['unexplained'], options: get('/status/407') },
  { title: 'status 409', cause: 'unexplained', options: get('/status/409', { Authorization: 'Bearer <<CREDENTIAL.token>>' }) },
  {
    title: 'status 415',
    cause: 'content-type-mismatch',
    alike: ['unexplained'],
    options: { ...get('/status/415'), method: 'post', content_type: 'json', payload: { a: '1' } },
  },
  {
    title: 'status 422',
    cause: 'unexplained',
    options: { ...get('/status/422'), method: 'post', content_type: 'application_json', payload: { a: '1' } },
  },
  { title: 'status 400', cause: 'unexplained', options: get('/status/400', { Authorization: 'Bearer <<CREDENTIAL.token>>' }) },
  { title: 'status 504', cause: 'server-error', options: get('/status/504') },
  {
    title: 'a path that is not there',
    cause: 'not-found',
    options: get('/nothing', { Authorization: 'Bearer <<CREDENTIAL.token>>' }),
  },
];
