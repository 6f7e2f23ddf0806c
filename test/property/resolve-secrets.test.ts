import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { callFunction } from '../../src/formula/evaluate/call-function.ts';
import { createEnvironment } from '../../src/formula/evaluate/create-environment.ts';
import { functionTable } from '../../src/formula/evaluate/functions.ts';
import { FormulaError } from '../../src/formula/syntax/formula-error.ts';
import { textOf } from '../../src/formula/values/text-of.ts';
import { HarnessError } from '../../src/harness-error.ts';
import { plain, resolution, resolved } from '../unit/resolve/resolve-world.ts';

const canary = 'Canary4711Secret';
const scope = {
  credentials: { acme: canary, multi: { a: `${canary}a`, b: 'other-secret-77' } },
  data: { d: { text: 'hello', list: [1, 'two', { three: 3 }], n: 4 } },
};

const leaf = fc.constantFrom(
  'CREDENTIAL.acme',
  'CREDENTIAL.multi.a',
  'CREDENTIAL.multi',
  'CREDENTIAL',
  'd.text',
  'd.list',
  'd.n',
  '"lit"',
  'LOCAL.secret',
  'LOCAL.nested',
  'NULL',
);
const { formula } = fc.letrec<{ formula: string }>((tie) => ({
  formula: fc.oneof(
    { depthSize: 'small' },
    leaf,
    fc
      .tuple(
        fc.constantFrom(
          'UPCASE',
          'BASE64_ENCODE',
          'SIZE',
          'REVERSE',
          'TO_JSON',
          'JSON_PARSE',
          'HEX_PARSE',
          'NUMBER',
          'TYPE',
          'SHA256',
          'IS_BLANK',
          'KEYS',
          'VALUES',
        ),
        tie('formula'),
      )
      .map(([name, inner]) => `${name}(${inner})`),
    fc
      .tuple(tie('formula'), fc.constantFrom('&', '=', '+', '>', 'AND'), tie('formula'))
      .map(([left, operator, right]) => `(${left} ${operator} ${right})`),
    fc.tuple(tie('formula'), tie('formula')).map(([left, right]) => `{"a": ${left}, "b": [${right}, 1]}`),
    fc
      .tuple(tie('formula'), tie('formula'), tie('formula'))
      .map(([condition, left, right]) => `IF(${condition}, ${left}, ${right})`),
    tie('formula')
      .map((inner) => `${inner} |> [%, "x"]`)
      .map((pipe) => `(${pipe})`),
    tie('formula').map((inner) => `MAP_LAMBDA([${inner}, 1], LAMBDA(item, item & "!"))`),
  ),
}));

describe('a secret', () => {
  it('stands nowhere in what a random formula resolves to, or fails with', () => {
    const forms = [
      canary,
      canary.toUpperCase(),
      'other-secret-77',
      Buffer.from(canary).toString('base64'),
      [...canary].reverse().join(''),
    ];
    const local = { secret: 'x<<CREDENTIAL.acme>>y', nested: { token: '=CREDENTIAL.acme', n: 1 } };
    fc.assert(
      fc.property(formula, fc.constantFrom('=', '<<'), (text, form) => {
        const url = form === '=' ? `=${text}` : `a <<${text}>> b`;
        let shown: string;
        try {
          const { resolved: action } = resolution({ url, local }, scope);
          shown = JSON.stringify([plain(action.options), action.findings, action.variables]);
        } catch (error) {
          if (!(error instanceof HarnessError)) throw error;
          shown = JSON.stringify([error.message, error.details]);
        }
        for (const secret of forms) expect(shown).not.toContain(secret);
      }),
      { numRuns: 600 },
    );
  });

  it('comes back when the variables are filled in', () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ minLength: 1 }), (written, secret) => {
        const text = written.replaceAll(/[<{=]/g, '');
        const { resolved: action, values } = resolution(
          { url: `${text}<<CREDENTIAL.c>>${text}<<CREDENTIAL.c & "!">>` },
          { credentials: { c: secret } },
        );
        const [url] = action.options.members;
        const parts = url?.value.kind === 'string' && !(url.value.value instanceof Uint8Array) ? url.value.value : [];
        const filled = parts.map((part) => (typeof part === 'string' ? part : values.get(part.name))).join('');
        expect(filled).toBe(`${text}${secret}${text}${secret}!`);
      }),
    );
  });
});

describe('a Liquid filter', () => {
  const unary = [
    'upcase',
    'downcase',
    'capitalize',
    'strip',
    'lstrip',
    'rstrip',
    'size',
    'base64_encode',
    'url_encode',
    'escape',
    'md5',
    'sha256',
    'to_snake_case',
    'strip_html',
    'newline_to_br',
    'reverse',
    'abs',
    'ceil',
    'floor',
    'to_json',
    'uniq',
    'compact',
    'first',
    'last',
    'type',
  ];
  const environment = createEnvironment({ now: new Date(0), random: () => 0.5, uuid: () => '', lookup: () => null });
  const value = fc.oneof(
    fc.string(),
    fc.integer().map(BigInt),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    // Floats without a fraction.
    fc.integer(),
    fc.array(fc.string()),
    fc.constant(new Map([['k', 'v']])),
  );

  it('gives what its function gives', () => {
    fc.assert(
      fc.property(fc.constantFrom(...unary), value, (name, input) => {
        const entry = functionTable.get(name.toUpperCase());
        if (entry === undefined) throw new Error(`no function ${name}`);
        let expected: string | undefined;
        try {
          const result = callFunction(entry, { positional: [input], named: [] }, environment);
          // Liquid prints an array as its elements, one after the other; a pill prints JSON.
          expected = Array.isArray(result) ? result.map((item) => textOf(item)).join('') : textOf(result);
        } catch (error) {
          if (!(error instanceof FormulaError)) throw error;
        }
        const values = new Map([['d', new Map([['v', input]])]]);
        const attempt = (): unknown => resolved({ url: `{{ .d.v | ${name} }}` }, { values });
        if (expected === undefined) expect(attempt).toThrow(HarnessError);
        else expect(attempt()).toEqual({ url: expected });
      }),
      { numRuns: 500 },
    );
  });
});
