import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../../src/model/outcome.ts';
import { UNSEEN_BODY } from '../../../src/run/bodies/unseen-body.ts';
import { followRedirect, redirectTarget } from '../../../src/run/curl/redirect-config.ts';

function exchange(method: string, status: number, location?: string): Exchange {
  return {
    sent: { method, url: 'https://a.example/x/y?z', version: 'HTTP/1.1', target: '/x/y?z', headers: [], body: new Uint8Array() },
    received: {
      version: 'HTTP/1.1',
      status,
      reason: '',
      headers: location === undefined ? [] : [['location', location]],
      body: UNSEEN_BODY,
    },
  };
}

describe('the target of a redirect', () => {
  it.each([
    ['/new', 'https://a.example/new'],
    ['new?q#part', 'https://a.example/x/new?q'],
    ['//b.example/', 'https://b.example/'],
    ['http://b.example/a', 'http://b.example/a'],
    ['ftp://b.example/a', 'ftp://b.example/a'],
    ['http://[', 'http://['],
  ])('%s is %s', (location, target) => expect(redirectTarget(exchange('GET', 302, location))).toBe(target));

  it('is none without a place to go, or with another status', () => {
    expect(redirectTarget(exchange('GET', 302))).toBeUndefined();
    expect(redirectTarget(exchange('GET', 302, ''))).toBeUndefined();
    expect(redirectTarget(exchange('GET', 201, '/new'))).toBeUndefined();
  });
});

describe('the options after a redirect', () => {
  const options = [
    { name: 'url', value: 'https://a.example/x/y?z' },
    { name: 'request', value: 'PUT' },
    { name: 'data-binary', value: '@/dev/fd/3' },
    { name: 'header', value: 'Content-Type: text/plain' },
    { name: 'header', value: 'Authorization: Bearer x' },
    { name: 'header', value: 'X-Key: y' },
    { name: 'header', value: 'Host: special' },
    { name: 'path-as-is' },
  ];
  const names = (method: string, status: number, target: string, keepAuthorization = false) =>
    followRedirect(options, { exchange: exchange(method, status), target, keepAuthorization }).map(
      ({ name, value }) => value ?? name,
    );

  it.each([301, 302, 303, 300])('lose the method and the body after %i', (status) => {
    expect(names('PUT', status, 'https://a.example/n')).toEqual([
      'https://a.example/n',
      'Authorization: Bearer x',
      'X-Key: y',
      'Host: special',
      'path-as-is',
    ]);
  });

  it.each([307, 308])('keep everything after %i', (status) => {
    expect(names('PUT', status, 'https://a.example/n')).toHaveLength(options.length);
  });

  it.each(['HEAD', 'OPTIONS'])('keep %s', (method) => {
    expect(
      followRedirect([{ name: 'request', value: method }], {
        exchange: exchange(method, 302),
        target: 'https://a.example/n',
        keepAuthorization: false,
      }),
    ).toHaveLength(1);
  });

  it.each(['http://a.example/n', 'https://b.example/n', 'https://a.example:8443/n'])(
    'lose the credentials on the way to %s',
    (target) => {
      expect(names('PUT', 307, target)).not.toContain('Authorization: Bearer x');
      expect(names('PUT', 307, target)).toContain('X-Key: y');
      expect(names('PUT', 307, target, true)).toContain('Authorization: Bearer x');
    },
  );

  it('name another host only where they were meant for it', () => {
    expect(names('PUT', 307, 'https://b.example/n')).not.toContain('Host: special');
  });
});
