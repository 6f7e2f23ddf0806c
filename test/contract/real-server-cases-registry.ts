import type { RealCase } from './real-server-case.ts';

const get = (path: string, headers: Readonly<Record<string, string>> = {}) => ({
  url: `http://{registry}${path}`,
  method: 'get',
  headers,
});
const signed = (path = '/v2/', password = 'password', user = 'alice') => ({
  ...get(path),
  basic_auth: [user, `<<CREDENTIAL.${password}>>`],
});
const authorized = (value: string) => get('/v2/_catalog', { Authorization: value });
const issued = (path: string, headers: Readonly<Record<string, string>> = {}) => ({
  ...get(path, headers),
  url: `http://{issued}${path}`,
});
const index = 'application/vnd.oci.image.index.v1+json';

/** What goes wrong in front of a Docker registry. */
export const registryCases: readonly RealCase[] = [
  { title: 'a right pair', cause: null, options: signed() },
  {
    title: 'a right pair and Accept',
    cause: null,
    options: { ...get('/v2/app/manifests/latest', { Accept: index }), basic_auth: ['alice', '<<CREDENTIAL.password>>'] },
  },
  { title: 'no credential', cause: 'credential-empty', options: get('/v2/') },
  { title: 'an empty password', cause: 'credential-empty', alike: ['credential-rejected'], options: signed('/v2/', 'empty') },
  { title: 'a wrong password', cause: 'credential-rejected', options: signed('/v2/', 'wrong') },
  { title: 'an unknown user', cause: 'credential-rejected', options: signed('/v2/', 'password', 'nobody') },
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
  { title: 'a trailing newline in the password', cause: 'credential-whitespace', options: signed('/v2/', 'newline') },
  { title: 'a quoted password', cause: 'credential-quoted', options: signed('/v2/', 'quoted') },
  { title: 'a pair after Bearer', cause: 'scheme-wrong', options: authorized('Bearer <<CREDENTIAL.encoded>>') },
  {
    title: 'a token after Bearer',
    cause: 'scheme-wrong',
    alike: ['credential-rejected'],
    options: authorized('Bearer <<CREDENTIAL.token>>'),
  },
  {
    title: 'a pair in X-Registry-Auth',
    cause: 'header-wrong',
    options: get('/v2/', { 'X-Registry-Auth': '<<CREDENTIAL.encoded>>' }),
  },
  {
    title: 'a wrong Authorization header beside the right basic_auth',
    cause: 'auth-overridden',
    options: { ...authorized('Bearer <<CREDENTIAL.token>>'), basic_auth: ['alice', '<<CREDENTIAL.password>>'] },
  },
  {
    title: 'a pair where a token of the issuer is asked for',
    cause: 'scheme-wrong',
    options: { ...issued('/v2/app/tags/list'), basic_auth: ['alice', '<<CREDENTIAL.password>>'] },
  },
  { title: 'no token of the issuer', cause: 'credential-empty', options: issued('/v2/app/tags/list') },
  {
    title: 'a token that is none of the issuer',
    cause: 'credential-rejected',
    options: issued('/v2/app/tags/list', { Authorization: 'Bearer <<CREDENTIAL.token>>' }),
  },
  {
    title: 'a token of another issuer',
    cause: 'credential-rejected',
    alike: ['wrong-audience', 'wrong-environment'],
    options: issued('/v2/app/tags/list', { Authorization: 'Bearer <<CREDENTIAL.jwt_foreign>>' }),
  },
  {
    title: 'a token without its scheme',
    cause: 'scheme-missing',
    alike: ['credential-rejected'],
    options: issued('/v2/app/tags/list', { Authorization: '<<CREDENTIAL.token>>' }),
  },
  { title: 'an image that is not there', cause: 'not-found', options: signed('/v2/nothing/manifests/latest') },
  { title: 'a tag that is not there', cause: 'not-found', options: signed('/v2/app/manifests/nothing') },
  { title: 'tags of what is not there', cause: 'not-found', options: signed('/v2/nothing/tags/list') },
  { title: 'a path without /v2', cause: 'not-found', options: signed('/app/tags/list') },
  { title: 'an index that is not accepted', cause: 'client-header', options: signed('/v2/app/manifests/latest') },
  {
    title: 'a DELETE that is switched off',
    cause: 'method-not-allowed',
    options: {
      ...signed('/v2/app/manifests/sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'),
      method: 'delete',
    },
  },
  {
    title: 'a POST where GET is served',
    cause: 'method-not-allowed',
    options: { ...signed('/v2/_catalog'), method: 'post', content_type: 'json', payload: { a: '1' } },
  },
  {
    title: 'a manifest of another type',
    cause: 'content-type-mismatch',
    alike: ['unexplained'],
    options: {
      ...signed('/v2/app/manifests/other'),
      method: 'put',
      content_type: 'application_json',
      payload: { schemaVersion: 2, mediaType: index, manifests: [] },
    },
  },
  { title: 'https at the port of http', cause: 'tls-other', options: { ...signed(), url: 'https://{registry}/v2/' } },
  {
    title: 'two empty pills',
    cause: 'credential-empty',
    options: { ...get('/v2/'), basic_auth: ['<<CREDENTIAL.empty>>', '<<CREDENTIAL.empty>>'] },
  },
  { title: 'an empty pill after Basic', cause: 'credential-empty', options: authorized('Basic <<CREDENTIAL.empty>>') },
  {
    title: 'an empty pill after Bearer, for a token',
    cause: 'credential-empty',
    options: issued('/v2/', { Authorization: 'Bearer <<CREDENTIAL.empty>>' }),
  },
  {
    title: 'a pill that is sent as text',
    cause: 'credential-unresolved',
    options: authorized("Basic <<'{' & '{CREDENTIAL.encoded}' & '}'>>"),
  },
  {
    title: 'a raw pair after Bearer',
    cause: 'scheme-wrong',
    alike: ['basic-not-encoded'],
    options: authorized('Bearer <<CREDENTIAL.pair>>'),
  },
  { title: 'a pair after Token', cause: 'scheme-wrong', options: authorized('Token <<CREDENTIAL.encoded>>') },
  { title: 'a quoted pair in base64', cause: 'credential-quoted', options: authorized('Basic "<<CREDENTIAL.encoded>>"') },
  {
    title: 'Bearer twice, for a token',
    cause: 'scheme-doubled',
    options: issued('/v2/', { Authorization: 'Bearer Bearer <<CREDENTIAL.token>>' }),
  },
  {
    title: 'a wrong password for what is not there',
    cause: 'credential-rejected',
    options: signed('/v2/nothing/tags/list', 'wrong'),
  },
  {
    title: 'an Accept for another type',
    cause: 'client-header',
    options: {
      ...signed('/v2/app/manifests/latest'),
      headers: { Accept: 'application/vnd.docker.distribution.manifest.v2+json' },
    },
  },
  {
    title: 'an upload without a slash',
    cause: 'redirect-changed-method',
    alike: ['not-found', 'method-not-allowed'],
    options: { ...signed('/v2/app/blobs/uploads'), method: 'post', content_type: 'json', payload: { a: '1' } },
  },
  { title: 'a digest that is none', cause: 'not-found', alike: ['unexplained'], options: signed('/v2/app/blobs/sha256:nothing') },
  { title: 'a name in capitals', cause: 'not-found', alike: ['unexplained'], options: signed('/v2/APP/tags/list') },
  {
    title: 'a manifest that is none',
    cause: 'unexplained',
    alike: ['content-type-mismatch'],
    options: { ...signed('/v2/app/manifests/bad'), method: 'put', content_type: 'application_json', payload: { a: '1' } },
  },
  { title: 'a GET of uploads', cause: 'not-found', alike: ['method-not-allowed'], options: signed('/v2/app/blobs/uploads/') },
];
