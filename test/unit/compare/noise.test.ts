import { describe, expect, test } from 'vitest';
import { headerNoise } from '../../../src/compare/header-noise.ts';
import { parseIgnoreRules } from '../../../src/compare/ignore-rules.ts';
import { learnNoise } from '../../../src/compare/learned-noise.ts';
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

  test('a scalar that varies at its pointer is noise there and nowhere else', () => {
    const { reasonFor } = learnNoise([{ headers: ['x-nonce'], body: [scalar('/nonce')] }]);
    expect(reasonFor('response.body/nonce', 'changed')).toBeDefined();
    expect(reasonFor('response.headers.x-nonce', 'changed')).toBeDefined();
    expect(reasonFor('response.body/nonces', 'changed')).toBeUndefined();
    expect(reasonFor('response.body/nonce', 'removed')).toBeUndefined();
  });

  test('a member that varies in several items is noise in every item', () => {
    const { reasonFor } = learnNoise([{ headers: [], body: [scalar('/items/0/seen'), scalar('/items/4/seen')] }]);
    expect(reasonFor('response.body/items/9/seen', 'changed')).toBeDefined();
    expect(reasonFor('response.body/items/9/name', 'changed')).toBeUndefined();
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
    for (const place of ['', '/a', '/items/3']) expect(reasonFor(`response.body${place}`, 'changed')).toBeUndefined();
  });

  test('the order of a set is noise where it varies', () => {
    const { reasonFor } = learnNoise([
      { headers: [], body: [{ place: '/set', values: ['3 items', 'the same'], change: 'reordered' }] },
    ]);
    expect(reasonFor('response.body/set', 'reordered')).toBeDefined();
    expect(reasonFor('response.body/set', 'changed')).toBeUndefined();
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

  test.each(['/', '/*', '/*/*', '*'])('‹%s› is refused, since it would hide everything', (path) => {
    expect(() => parseIgnoreRules([path])).toThrow(HarnessError);
  });
});
