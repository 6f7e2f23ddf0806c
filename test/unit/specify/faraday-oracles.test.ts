import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { xmlText } from '../../../src/specify/body/xml-text.ts';
import { parameterEncoder } from '../../../src/specify/query/parameter-encoder.ts';
import { payloadParameters } from '../../../src/specify/query/payload-parameters.ts';
import { showText } from '../../../src/specify/show-text.ts';
import { specify } from '../../../src/specify/specify.ts';
import { digHoles } from '../../../src/specify/url/dig-holes.ts';
import { resolvedAction, toJson, type Written } from './resolved-action.ts';

const file = path.resolve(import.meta.dirname, '../../../../shared/tines/faraday-encoding.jsonl');

interface Oracle {
  readonly params: { readonly [key: string]: Written };
  readonly nested: string;
  readonly flat: string;
  readonly url: string;
  readonly get: string;
  readonly xml?: string;
}

function hasArray(value: Written): boolean {
  if (Array.isArray(value)) return true;
  return typeof value === 'object' && value !== null && Object.values(value).some(hasArray);
}

describe.skipIf(!existsSync(file))('what Ruby made of 300 objects', () => {
  const oracles: readonly Oracle[] = existsSync(file)
    ? readFileSync(file, 'utf8')
        .trim()
        .split('\n')
        .map((line): Oracle => JSON.parse(line))
    : [];

  test.each(['nested', 'flat'] as const)('%s encoding is Faraday’s', (style) => {
    const encoder = parameterEncoder(style);
    for (const oracle of oracles) {
      const pairs = encoder.pairs(payloadParameters(toJson(oracle.params), style));
      expect(showText(encoder.join(pairs))).toBe(oracle[style]);
    }
    expect(oracles.length).toBe(300);
  });

  test('a GET payload is merged into the URL’s own query as Faraday does', () => {
    for (const { params, url, get } of oracles) {
      const { request } = specify(resolvedAction({ url, method: 'get', payload: params }));
      expect(showText(request.url)).toBe(get);
    }
  });

  test('XML is what Rails writes, where the oracle had all of Rails (it lacked Array#to_xml)', () => {
    const whole = oracles.filter((oracle) => oracle.xml !== undefined && !hasArray(oracle.params));
    for (const { params, xml } of whole) expect(showText(xmlText(toJson(params)))).toBe(xml);
    expect(whole.length).toBeGreaterThan(50);
  });

  test('what is encoded is read back', () => {
    const encoder = parameterEncoder('flat');
    for (const { flat } of oracles) {
      const holes = digHoles([flat]);
      const read = encoder.read(holes.string, holes.fill) ?? [];
      expect(showText(encoder.join(encoder.pairs(read)))).toBe(
        flat
          .split('&')
          .filter((pair) => pair !== '')
          .map((pair) => (pair.includes('=') ? pair : `${pair}=true`))
          .join('&'),
      );
    }
  });
});
