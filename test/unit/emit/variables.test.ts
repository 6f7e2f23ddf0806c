import { describe, expect, test } from 'vitest';
import { nameVariables } from '../../../src/emit/name-variables.ts';
import { variableValue } from '../../../src/emit/text-value.ts';
import { credential } from './example-request.ts';

describe('variableValue', () => {
  test.each([
    ['json', 'a"\\\n\u2028é', 'a\\"\\\\\\n\u2028é'],
    ['form', "a b+~*'é/", 'a+b%2B~%2A%27%C3%A9%2F'],
    ['base64', 'jörg:>?', 'asO2cmc6Pj8='],
    ['xml', `<a href="x">&'`, `&lt;a href="x"&gt;&amp;'`],
  ] as const)('applies %s', (encoding, value, expected) => {
    expect(variableValue(credential('acme', encoding), new Map([['acme', value]]))).toBe(expected);
  });

  test('applies encodings from the inside out', () => {
    expect(variableValue(credential('acme', 'base64', 'form'), new Map([['acme', '>>>']]))).toBe('Pj4%2B');
  });

  test('composes before it encodes', () => {
    const pair = { name: 'pair', from: [], encodings: ['base64'], of: ['u:', credential('acme', 'form')] } as const;
    expect(Buffer.from(variableValue(pair, new Map([['acme', 'a b']])), 'base64').toString()).toBe('u:a+b');
  });

  test('takes an empty value for a value', () => {
    expect(variableValue(credential('acme'), new Map([['acme', '']]))).toBe('');
  });
});

describe('nameVariables', () => {
  test('tells a credential from what is made of it, and names each once', () => {
    const made = { name: 'acme_2', from: ['CREDENTIAL.acme'], encodings: [] };
    const field = { name: 'slack_token', from: ['CREDENTIAL.slack.token'], encodings: [] };
    const named = nameVariables([
      [credential('acme'), made],
      [credential('acme'), field, credential('acme', 'json')],
    ]);
    expect(named.map(({ environment, postman }) => [environment, postman])).toEqual([
      ['TINES_CREDENTIAL_ACME', 'acme'],
      ['TINES_SECRET_ACME_2', 'acme_2'],
      ['TINES_CREDENTIAL_SLACK_TOKEN', 'slack_token'],
      ['TINES_SECRET_ACME_JSON', 'acme_json'],
    ]);
  });

  test('never gives one name to two variables', () => {
    const made = { name: 'acme_json', from: ['CREDENTIAL.x'], encodings: [] };
    const named = nameVariables([[credential('acme', 'json'), made]]);
    expect(named.map(({ environment }) => environment)).toEqual(['TINES_SECRET_ACME_JSON', 'TINES_SECRET_ACME_JSON_2']);
  });

  test('says what a composed value must hold', () => {
    const pair = { name: 'pair', from: ['CREDENTIAL.acme'], encodings: ['base64'], of: ['user:', credential('acme')] } as const;
    expect(nameVariables([[pair]])[0]?.note).toBe('‹user:› followed by CREDENTIAL.acme, in base64');
  });
});
