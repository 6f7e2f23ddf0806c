import { describe, expect, test } from 'vitest';
import type { SpecifySettings } from '../../../src/specify/policy/settings.ts';
import { parseStatusRanges } from '../../../src/specify/policy/status-ranges.ts';
import { specify } from '../../../src/specify/specify.ts';
import { codes, credential, resolvedAction, text, troubleOf, type Written } from './resolved-action.ts';

function specified(options: { readonly [key: string]: Written } = {}, settings: SpecifySettings = {}) {
  return specify(resolvedAction({ url: 'http://h.example/p', method: 'get', ...options }), settings);
}

describe('how the request is sent', () => {
  test('by default', () => {
    const { request, assumptions, losses } = specified();
    expect(request.policy).toEqual({
      redirects: { follow: true, limit: 3, keepAuthorization: false },
      tls: { verify: true },
      timeoutSeconds: 30,
      success: [{ from: 200, to: 399 }],
    });
    expect(codes(assumptions)).toEqual(['default-headers', 'redirect-limit', 'timeout-default']);
    expect(losses).toEqual([]);
  });

  test.each<[Written, boolean]>([
    [true, true],
    ['true', true],
    ['TRUE', true],
    [false, false],
    ['false', false],
    [null, false],
    ['', false],
    [1, false],
  ])('the flags are read from %j', (flag, on) => {
    const options = { disable_ssl_verification: flag, disable_redirect_follow: flag, redirect_authorization: flag };
    const { policy } = specified(options).request;
    expect([!policy.tls.verify, !policy.redirects.follow, policy.redirects.keepAuthorization]).toEqual([on, on, on]);
  });

  test('the timeout is the user’s, else the action’s, else the default', () => {
    expect(specified({ timeout: '60' }).request.policy.timeoutSeconds).toBe(60);
    expect(specified({ timeout: 1.5 }, { timeoutDefault: 9 }).request.policy.timeoutSeconds).toBe(1.5);
    expect(specified({}, { timeoutDefault: 9 }).request.policy.timeoutSeconds).toBe(9);
    expect(specified({ timeout: '60' }, { timeoutSeconds: 5 }).request.policy.timeoutSeconds).toBe(5);
  });

  test.each(['soon', '-1', '0', '1e999'])('a timeout of %s is refused', (timeout) => {
    expect(troubleOf(() => specified({ timeout }))).toMatchObject({ code: 'invalid-option', pointer: '/timeout' });
  });

  test('what only Tines has is a loss with its place', () => {
    const options = {
      use_tunnel: true,
      http_proxy_url: 'http://proxy:1',
      mutual_tls: text(credential('m')),
      custom_certificate_authority_name: 'ours',
    };
    const { request, losses } = specified(options);
    expect(losses.map(({ feature, source }) => [feature, source?.pointer])).toEqual([
      ['use_tunnel', '/use_tunnel'],
      ['http_proxy_url', '/http_proxy_url'],
      ['custom_certificate_authority_name', '/custom_certificate_authority_name'],
      ['mutual_tls', '/mutual_tls'],
    ]);
    expect(request.policy.proxy).toEqual(['http://proxy:1']);
  });

  test('files and a proxy that the user gives take their place', () => {
    const options = {
      http_proxy_url: 'http://proxy:1',
      mutual_tls: text(credential('m')),
      custom_certificate_authority_name: 'ours',
    };
    const settings = { proxy: 'http://other:2', caFile: 'ca.pem', certificateFile: 'c.pem', keyFile: 'k.pem', insecure: true };
    const { request, losses, assumptions } = specified(options, settings);
    expect(losses.map(({ feature }) => feature)).toEqual(['proxy', 'insecure']);
    expect(codes(assumptions)).toEqual(expect.arrayContaining(['authority-given', 'client-certificate-given']));
    expect(request.policy.proxy).toEqual(['http://other:2']);
    expect(request.policy.tls).toEqual({
      verify: false,
      caFile: 'ca.pem',
      clientCertificate: { certificateFile: 'c.pem', keyFile: 'k.pem' },
    });
  });
});

test('what the user’s options make different from Tines is a loss', () => {
  expect(specified({}, { proxy: 'http://other:2' }).losses.map(({ text: told }) => told)).toEqual([
    'The request goes through the proxy of --proxy, and from Tines it does not.',
  ]);
  expect(specified({ disable_ssl_verification: true }, { insecure: true }).losses).toEqual([]);
});

describe('what counts as success', () => {
  test.each<[Written, Written, readonly (readonly [number, number])[]]>([
    [[], [], [[200, 399]]],
    [['429', '500-599', 0], ['400-499'], [[200, 399]]],
    [
      ['202'],
      [304],
      [
        [200, 201],
        [203, 303],
        [305, 399],
      ],
    ],
    ['429,200', null, [[201, 399]]],
  ])('retry on %j, log %j', (retry_on_status, log_error_on_status, ranges) => {
    expect(specified({ retry_on_status, log_error_on_status }).request.policy.success).toEqual(
      ranges.map(([from, to]) => ({ from, to })),
    );
  });

  test('the user’s own list wins', () => {
    const expectStatus = [{ from: 404, to: 404 }];
    expect(specified({ log_error_on_status: ['404'] }, { expectStatus }).request.policy.success).toEqual(expectStatus);
  });

  test('what is no status is warned about', () => {
    expect(codes(specified({ retry_on_status: ['4xx'] }).warnings)).toEqual(['status-unreadable']);
  });

  test.each([
    ['404', [{ from: 404, to: 404 }]],
    ['0', [{ from: 0, to: 0 }]],
    [
      ' 400 - 499 , 200',
      [
        { from: 400, to: 499 },
        { from: 200, to: 200 },
      ],
    ],
    ['', undefined],
    ['4xx', undefined],
    ['500-400', undefined],
    ['1000', undefined],
    ['404,', undefined],
  ])('the list ‹%s› is read', (list, ranges) => {
    expect(parseStatusRanges(list)).toEqual(ranges);
  });
});

describe('the method', () => {
  test.each<[Written, string]>([
    [null, 'POST'],
    ['', 'POST'],
    ['get', 'GET'],
    ['PUT', 'PUT'],
    ['Patch', 'PATCH'],
    [' delete ', 'DELETE'],
  ])('%j is %s', (method, expected) => {
    const { request, warnings } = specified({ method });
    expect(request.method).toBe(expected);
    expect(warnings).toEqual([]);
  });

  test('others are sent with a warning', () => {
    expect(specified({ method: 'propfind' }).request.method).toBe('PROPFIND');
    expect(codes(specified({ method: 'head' }).warnings)).toEqual(['method-undocumented']);
  });

  test.each<[Written, string]>([
    ['GET /', 'unsupported-method'],
    ['connect', 'unsupported-method'],
    ['{{ method }}', 'unsupported-method'],
    [['get'], 'invalid-option'],
    [text(credential('m')), 'invalid-option'],
  ])('%j is %s', (method, code) => {
    expect(troubleOf(() => specified({ method }))).toMatchObject({ code, pointer: '/method' });
  });
});
