import { describe, expect, test } from 'vitest';
import { headerNoise } from '../../../src/compare/noise/header-noise.ts';
import { parseIgnoreRules } from '../../../src/compare/noise/ignore-rules.ts';
import { learnNoise } from '../../../src/compare/noise/learned-noise.ts';
import { HarnessError } from '../../../src/harness-error.ts';

describe('headerNoise', () => {
  test.each([
    'date',
    'set-cookie',
    'x-request-id',
    'x-amzn-requestid',
    'x-amzn-request-id',
    'cf-ray',
    'x-correlation-id',
    'x-ratelimit-remaining',
    'ratelimit-reset',
    'content-length',
    'x-github-request-id',
  ])('‹%s› is noise', (name) => {
    expect(headerNoise(name)).toBeDefined();
  });

  test.each([
    'x-candidate-id',
    'content-type',
    'www-authenticate',
    'location',
    'x-update',
    'allow',
    'x-total-count',
    'x-customer-id',
  ])('‹%s› is not', (name) => {
    expect(headerNoise(name)).toBeUndefined();
  });
});

describe('learnNoise', () => {
  const scalar = (place: string) => ({ place, values: ['"a"', '"b"'], change: 'changed' }) as const;
  const other = ['"c"', '"d"'] as const;

  test('a scalar that varies at its pointer is noise there and nowhere else', () => {
    const { reasonFor } = learnNoise([{ headers: [{ name: 'x-nonce', values: ['1', '2'] }], body: [scalar('/nonce')] }]);
    expect(reasonFor('response.body/nonce', 'changed', other)).toBeDefined();
    expect(reasonFor('response.headers.x-nonce', 'changed', other)).toBeDefined();
    expect(reasonFor('response.body/nonces', 'changed', other)).toBeUndefined();
    expect(reasonFor('response.body/nonce', 'removed', ['"c"', null])).toBeUndefined();
  });

  test('a member that varies in several items is noise in every item', () => {
    const { reasonFor } = learnNoise([{ headers: [], body: [scalar('/items/0/seen'), scalar('/items/4/seen')] }]);
    expect(reasonFor('response.body/items/9/seen', 'changed', other)).toBeDefined();
    expect(reasonFor('response.body/items/9/name', 'changed', other)).toBeUndefined();
  });

  test('the body as a whole, a change of type, and what comes and goes are refused with the reason', () => {
    const { reasonFor, refusals } = learnNoise([
      {
        headers: [],
        body: [
          scalar(''),
          { place: '/a', values: ['"a"', '1'], change: 'changed' },
          { place: '/items/3', values: [null, '1'], change: 'added' },
        ],
      },
    ]);
    expect(refusals).toHaveLength(3);
    for (const place of ['', '/a', '/items/3']) expect(reasonFor(`response.body${place}`, 'changed', other)).toBeUndefined();
  });

  describe('of a text in which words vary', () => {
    const line = (left: string, right: string) => ({ place: 'line 1', values: [left, right], change: 'changed' }) as const;
    const page = (nonce: string, rest: string) => `<p nonce="${nonce}">${'x'.repeat(500)}</p> ${rest}`;
    const known = learnNoise([{ headers: [], body: [line(page('a1==', 'Welcome'), page('b+2=', 'Welcome'))] }]);
    const reasonFor = (left: string, right: string) => known.reasonFor('response.body line 1', 'changed', [left, right]);

    test('the same words are noise, and others of the line are not', () => {
      expect(reasonFor(page('c3==', 'Welcome'), page('d/4', 'Welcome'))).toBeDefined();
      expect(reasonFor(page('c3==', 'Welcome'), page('d/4', 'Blocked'))).toBeUndefined();
      expect(reasonFor(page('c3==', 'Welcome'), page('d/4', 'Access denied by policy'))).toBeUndefined();
      expect(reasonFor(page('c3==', 'Welcome'), `${page('d/4', 'Welcome')}\n<p>more</p>`)).toBeUndefined();
    });

    test('a difference that counts is shown without them', () => {
      const [left, right] = known.withoutNoise('response.body line 1', [page('c3==', 'Welcome'), page('d/4', 'Blocked')]);
      expect(left?.slice(0, 14)).toBe(right?.slice(0, 14));
      expect([left, right].map((text) => text?.slice(-7))).toEqual(['Welcome', 'Blocked']);
    });

    test('where their number varies, what stands between the common ends is noise', () => {
      const { reasonFor: of } = learnNoise([{ headers: [], body: [line('seen 2 minutes ago by all', 'seen just now by all')] }]);
      expect(of('response.body line 1', 'changed', ['seen an hour ago by all', 'seen now by all'])).toBeDefined();
      expect(of('response.body line 1', 'changed', ['seen an hour ago by all', 'seen an hour ago by none'])).toBeUndefined();
    });

    test('a stretch that is too long, and lines that come and go, are refused', () => {
      const words = (word: string, count: number) => Array.from({ length: count }, () => word).join(' ');
      const { reasonFor: of } = learnNoise([{ headers: [], body: [line(words('a', 300), words('b', 301))] }]);
      expect(of('response.body line 1', 'changed', [words('c', 300), words('d', 301)])).toBeUndefined();
      expect(
        learnNoise([{ headers: [], body: [{ place: 'line 2', values: [null, 'x'], change: 'added' }] }]).refusals,
      ).toHaveLength(1);
    });

    test('a header’s value is noise in the words that vary', () => {
      const { reasonFor: of } = learnNoise([
        { headers: [{ name: 'location', values: ['/in?state=1', '/in?state=2'] }], body: [] },
      ]);
      expect(of('response.headers.location', 'changed', ['/in?state=3', '/in?state=4'])).toBeDefined();
      expect(of('response.headers.location', 'changed', ['/in?state=3', '/out?state=4'])).toBeUndefined();
    });

    test('a text of JSON is noise in the words that vary', () => {
      const message = { place: '/message', values: ['"done in 3 ms"', '"done in 5 ms"'], change: 'changed' } as const;
      const { reasonFor: of } = learnNoise([{ headers: [], body: [message] }]);
      expect(of('response.body/message', 'changed', ['"done in 1 ms"', '"done in 9 ms"'])).toBeDefined();
      expect(of('response.body/message', 'changed', ['"done in 1 ms"', '"denied in 9 ms"'])).toBeUndefined();
    });
  });

  test('the order of a set is noise where it varies', () => {
    const { reasonFor } = learnNoise([
      { headers: [], body: [{ place: '/set', values: ['3 items', 'the same'], change: 'reordered' }] },
    ]);
    expect(reasonFor('response.body/set', 'reordered', other)).toBeDefined();
    expect(reasonFor('response.body/set', 'changed', other)).toBeUndefined();
  });
});

describe('parseIgnoreRules', () => {
  test('a header name and a pointer with * are taken', () => {
    const { reasonFor } = parseIgnoreRules(['X-Build', '/items/*/seen']);
    expect(reasonFor('response.headers.x-build')).toBeDefined();
    expect(reasonFor('response.body/items/12/seen')).toBeDefined();
    expect(reasonFor('response.body/items/12/seen_by')).toBeUndefined();
    expect(reasonFor('response.status')).toBeUndefined();
  });

  test('a pointer reaches what stands inside of an opened text', () => {
    const { reasonFor } = parseIgnoreRules(['/token', '/log/took', '/by']);
    expect(reasonFor('response.body/token (JWT)/claims/iat')).toBeDefined();
    expect(reasonFor('response.body/log (JSON inside)/took')).toBeDefined();
    expect(reasonFor('response.body (JSON inside)/by')).toBeDefined();
    expect(reasonFor('response.body/log (JSON inside)/name')).toBeUndefined();
  });

  test.each(['/', '/*', '/*/*', '*'])('‹%s› is refused, since it would hide everything', (path) => {
    expect(() => parseIgnoreRules([path])).toThrow(HarnessError);
  });
});
