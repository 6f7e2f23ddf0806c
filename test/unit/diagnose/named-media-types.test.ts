import { expect, test } from 'vitest';
import { namedMediaTypes } from '../../../src/diagnose/evidence/words/named-media-types.ts';

test.each([
  ["Content-Type must be 'application/vnd.api+json'.", ['application/vnd.api+json']],
  ['Accept application/vnd.acme+json;version=2, please', ['application/vnd.acme+json;version=2']],
  ['media types include: application/json, application/yaml, application/json', ['application/json', 'application/yaml']],
  ['see /docs/application and text/ or application/', []],
])('%s', (message, types) => {
  expect(namedMediaTypes([message])).toEqual(types);
});

test('a long text is no sentence about a media type', () => {
  expect(namedMediaTypes([`application/json ${'x'.repeat(400)}`])).toEqual([]);
});
