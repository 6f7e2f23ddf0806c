import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJson } from '../../../src/parse/json/parse-json.ts';
import { checkAnswer } from '../../../src/regress/check-answer.ts';
import { jsonOfPlain } from '../../../src/regress/json-of-plain.ts';
import { prettyJson } from '../../../src/regress/pretty-json.ts';
import type { Expectation } from '../../../src/regress/recording/expectation.ts';
import { readRecordedScript, recordedScript } from '../../../src/regress/recording/recorded-script.ts';
import { shapeOf } from '../../../src/regress/shape/shape-of.ts';

type Answer = Extract<Expectation, { answer: true }>;

/** Runs a script as Postman would, on an answer; gives the messages of the tests that failed. */
function runScript(
  lines: readonly string[],
  { status, type, text }: { readonly status: number; readonly type: string | null; readonly text: string },
): readonly string[] {
  const failures: string[] = [];
  const pm = {
    response: { code: status, stream: Buffer.from(text), headers: { get: () => type ?? undefined } },
    test: (_name: string, test: () => void) => {
      try {
        test();
      } catch (error) {
        failures.push((error as Error).message);
      }
    },
  };
  runInNewContext(lines.join('\n'), { pm });
  return failures;
}

const hostile = fc.oneof(
  fc.string(),
  fc.constantFrom(
    '*/',
    '/*',
    '</script>',
    '`$' + '{1}`',
    '\'"\\',
    '\u2028\u2029',
    '__proto__',
    '{{acme}}',
    '};',
    '*/ pm.test = null; /*',
  ),
);
const bodies = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.record({ ok: fc.oneof(fc.boolean(), fc.string()), success: fc.boolean() }, { requiredKeys: ['ok'] }),
);

describe('a recorded script', () => {
  it('says of every answer what regress says', () => {
    fc.assert(
      fc.property(
        bodies,
        fc.oneof(bodies, fc.constant(undefined)),
        fc.constantFrom(200, 201),
        fc.constantFrom('application/json', 'text/plain; charset=x', null),
        (before, after, status, type) => {
          const expected: Answer = { answer: true, status: [200], type: 'application/json', body: { json: shapeOf(before) } };
          const { lines } = recordedScript(jsonOfPlain({}), expected);
          const text = after === undefined ? 'no json' : JSON.stringify(after);
          const headers = type === null ? [] : [['Content-Type', type] as const];
          const native = checkAnswer(expected, { status, headers, text });
          const script = runScript(lines, { status, type, text });
          expect(script.join('; ').split('; ').filter(Boolean)).toEqual(native.join('; ').split('; ').filter(Boolean));
        },
      ),
      { numRuns: 300 },
    );
  });

  it.each(['none', 'text'] as const)('checks a body of kind %s as regress does', (body) => {
    const expected: Answer = { answer: true, status: [200, 204], body };
    const { lines } = recordedScript(jsonOfPlain({}), expected);
    for (const text of ['', 'x', '\ufeff', '{}'])
      expect(runScript(lines, { status: 204, type: null, text })).toEqual(
        checkAnswer(expected, { status: 204, headers: [], text }),
      );
  });

  it('gives back what was put in, whatever it is, and is not broken by it', () => {
    fc.assert(
      fc.property(
        fc.dictionary(hostile, hostile, { noNullPrototype: true }),
        fc.dictionary(hostile, hostile, { noNullPrototype: true }),
        (data, body) => {
          const expected: Answer = { answer: true, status: [200], type: 'application/json', body: { json: shapeOf(body) } };
          const json = jsonOfPlain(data);
          const { lines, listen } = recordedScript(json, expected);
          expect(listen).toBe('test');
          const read = readRecordedScript(lines.map((line) => `${line}\r`));
          expect(JSON.parse(read?.recorded ?? '')).toEqual(JSON.parse(prettyJson(json)));
          expect(JSON.parse(read?.expected ?? '')).toEqual(JSON.parse(JSON.stringify(expected)));
          expect(runScript(lines, { status: 200, type: 'application/json', text: JSON.stringify(body) })).toEqual([]);
        },
      ),
    );
  });

  it('is no longer ours once somebody changes its code', () => {
    const { lines } = recordedScript(jsonOfPlain({ a: 1 }), { answer: true, status: [200], body: 'none' });
    expect(readRecordedScript(lines)).not.toBeNull();
    expect(readRecordedScript([...lines, 'pm.test("mine", () => {});'])).toBeNull();
    expect(readRecordedScript(lines.slice(0, -1))).toBeNull();
    expect(readRecordedScript(['pm.test("other", () => {});'])).toBeNull();
  });

  it('keeps digits', () => {
    const json = parseJson('{"a": 12345678901234567890, "b": 1.0, "c": [1e5, {"d": "*/"}]}', 'x');
    const { lines } = recordedScript(json, { answer: false, error: ['dns'] });
    const read = readRecordedScript(lines);
    expect(read?.recorded).toContain('12345678901234567890');
    expect(read?.recorded).toContain('"b": 1.0');
    expect(JSON.parse(read?.recorded ?? '')).toMatchObject({ c: [100000, { d: '*/' }] });
    expect(lines.at(-1)).toBe('pm.execution.skipRequest();');
  });
});
