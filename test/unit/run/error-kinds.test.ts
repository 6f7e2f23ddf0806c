import { describe, expect, it } from 'vitest';
import { classifyCurlError } from '../../../src/run/curl/error-kinds.ts';
import { classifyNewmanError } from '../../../src/run/newman/error-kinds.ts';

describe('an exit status of curl', () => {
  it.each([
    [1, 'Received HTTP/0.9 when not allowed', 'protocol', true],
    [1, 'Protocol "ftp" not supported or disabled in libcurl', 'other', false],
    [3, 'URL using bad/illegal format', 'other', false],
    [5, '', 'dns', true],
    [6, 'Could not resolve host', 'dns', true],
    [7, '', 'connect', true],
    [18, '', 'protocol', true],
    [26, '', 'other', false],
    [27, 'Too long header', 'too-large', true],
    [27, 'out of memory', 'other', false],
    [28, '', 'timeout', true],
    [35, '', 'tls', true],
    [47, '', 'redirects', true],
    [52, '', 'protocol', true],
    [56, 'Recv failure: Connection reset by peer', 'protocol', true],
    [56, 'OpenSSL SSL_read: tlsv13 alert certificate required', 'tls', true],
    [56, 'CONNECT tunnel failed, response 403', 'connect', true],
    [56, 'Too large response headers: 307201 > 307200', 'too-large', true],
    [58, '', 'tls', false],
    [60, '', 'tls', true],
    [61, '', 'protocol', true],
    [63, '', 'too-large', true],
    [77, '', 'tls', false],
    [92, '', 'protocol', true],
    [254, '', 'other', false],
  ] as const)('%i (%s) means %s', (exitCode, message, kind, conclusive) => {
    expect(classifyCurlError({ exitCode, message, redirected: false })).toMatchObject({
      kind,
      conclusive,
      code: `curl ${exitCode}`,
    });
  });

  it.each([
    [27, 'Out of memory', 'too-large'],
    [43, 'A libcurl function was given a bad argument', 'protocol'],
  ] as const)('%i is the fault of the answer once the request is sent, and of nobody before', (exitCode, message, kind) => {
    const failure = { exitCode, message, redirected: false };
    expect(classifyCurlError({ ...failure, sent: true })).toMatchObject({ kind, conclusive: true });
    expect(classifyCurlError({ ...failure, sent: false })).toMatchObject({ kind: 'other', conclusive: false });
  });

  it('about the address is a redirect of the server after one, and always has a message', () => {
    expect(classifyCurlError({ exitCode: 1, message: 'Protocol "file" disabled', redirected: true })).toMatchObject({
      kind: 'redirects',
      conclusive: true,
    });
    expect(classifyCurlError({ exitCode: 3, message: '', redirected: true })).toMatchObject({
      kind: 'redirects',
      message: 'curl ended with status 3',
    });
  });
});

describe('an error of Newman', () => {
  it.each([
    ['ENOTFOUND', '', 'dns', true],
    ['EAI_AGAIN', '', 'dns', true],
    ['ECONNREFUSED', '', 'connect', true],
    ['ECONNRESET', 'socket hang up', 'protocol', true],
    ['ECONNRESET', 'Client network socket disconnected before secure TLS connection was established', 'tls', true],
    ['HPE_INVALID_CONSTANT', '', 'protocol', true],
    ['HPE_HEADER_OVERFLOW', '', 'too-large', true],
    ['Z_DATA_ERROR', '', 'protocol', true],
    ['ERR__ERROR_FORMAT_PADDING_1', '', 'protocol', true],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', '', 'tls', true],
    ['SELF_SIGNED_CERT_IN_CHAIN', '', 'tls', true],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', '', 'tls', true],
    ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', '', 'tls', true],
    ['ERR_TLS_CERT_ALTNAME_INVALID', '', 'tls', true],
    ['CERT_HAS_EXPIRED', '', 'tls', true],
    ['EPROTO', '', 'tls', true],
    ['ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED', '', 'tls', true],
    ['ERR_OSSL_BAD_DECRYPT', '', 'tls', false],
    ['ESOCKETTIMEDOUT', '', 'timeout', true],
    ['', 'Exceeded maxRedirects. Probably stuck in a redirect loop http://x/', 'redirects', true],
    ['', 'Invalid protocol: ftp:', 'other', false],
    ['', 'runtime:extensions~request: request url is empty', 'other', false],
    ['ERR_INVALID_CHAR', '', 'other', false],
  ] as const)('%s (%s) means %s', (code, message, kind, conclusive) => {
    expect(classifyNewmanError({ code, message, redirected: false, securing: false })).toMatchObject({ kind, conclusive });
  });

  it('is told apart by what happened before it', () => {
    const error = { code: '', message: 'Invalid URI "file:///x"', redirected: true, securing: false };
    expect(classifyNewmanError(error)).toMatchObject({ kind: 'redirects', conclusive: true, code: 'newman' });
    expect(
      classifyNewmanError({ code: 'ECONNRESET', message: 'read ECONNRESET', redirected: false, securing: true }),
    ).toMatchObject({ kind: 'tls' });
  });
});
