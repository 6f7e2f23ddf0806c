import { spawnSync } from 'node:child_process';
import path from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { type ParameterStyle, parameterEncoder } from '../../src/specify/query/parameter-encoder.ts';
import { payloadParameters } from '../../src/specify/query/payload-parameters.ts';
import { showText } from '../../src/specify/show-text.ts';
import { digHoles } from '../../src/specify/url/dig-holes.ts';
import { toJson, type Written } from '../unit/specify/resolved-action.ts';

interface Question {
  readonly params: { readonly [key: string]: Written };
  readonly query: string;
}

interface Answer {
  readonly nested: string;
  readonly flat: string;
  readonly nestedQuery: string | null;
  readonly flatQuery: string | null;
}

const ruby = spawnSync('ruby', ['-rfaraday', '-e', 'print RUBY_VERSION'], { encoding: 'utf8' });
const hasFaraday = ruby.status === 0;
if (!hasFaraday) console.warn('SKIPPED: the encoders are not compared with Ruby’s Faraday (apt-get install ruby-faraday)');

const word = fc.string({ unit: fc.constantFrom(...'ab0é日😀 .-_~+&=;%[]{}#$@"\'\\/\n\t\u0001\u00a0<>|'), maxLength: 6 });
const scalar = fc.oneof(word, fc.constant(null), fc.boolean(), fc.integer(), fc.double({ noDefaultInfinity: true, noNaN: true }));
const params = fc.dictionary(
  word,
  fc.letrec<{ readonly value: Written }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      scalar,
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(word, tie('value'), { maxKeys: 3 }),
    ),
  })).value,
  { maxKeys: 4, noNullPrototype: true },
);
const piece = fc.constantFrom(
  'a',
  'b',
  'ab',
  '[]',
  '[a]',
  '[0]',
  '[1]',
  '[',
  ']',
  '=',
  '=',
  '&',
  '&',
  '1',
  '%20',
  '+',
  '%C3%A9',
  '%E9',
  '%zz',
  '%5B',
  ';',
  "'",
);
const query = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(''));
const questions: readonly Question[] = fc.sample(fc.record({ params, query }), { numRuns: 400, seed: 20_261_124 });

function encode(style: ParameterStyle, { params: payload }: Question): string {
  const encoder = parameterEncoder(style);
  return showText(encoder.join(encoder.pairs(payloadParameters(toJson(payload), style))));
}

function again(style: ParameterStyle, { query: written }: Question): string | null {
  const encoder = parameterEncoder(style);
  const holes = digHoles([written]);
  const read = encoder.read(holes.string, holes.fill);
  return read === undefined ? null : showText(encoder.join(encoder.pairs(read)));
}

test.runIf(process.env.CI)('Ruby and Faraday are there in continuous integration', () => {
  expect(hasFaraday, ruby.stderr).toBe(true);
});

describe.skipIf(!hasFaraday)('the encoders write what Ruby’s Faraday writes', () => {
  let pairs: readonly (readonly [Question, Answer])[] = [];
  // Ruby 3.4 prints an object's inner objects with spaces around the arrow; the flat encoder shows it.
  const inspectsAsBefore = Number.parseFloat(ruby.stdout) < 3.4;

  beforeAll(() => {
    const input = questions.map((question) => JSON.stringify(question)).join('\n');
    const script = path.resolve(import.meta.dirname, 'faraday.rb');
    const run = spawnSync('ruby', ['-EUTF-8:UTF-8', script], {
      input,
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C.UTF-8' },
    });
    const answers = run.stdout
      .trim()
      .split('\n')
      .map((line): Answer => JSON.parse(line));
    expect(answers.length, run.stderr).toBe(questions.length);
    pairs = questions.flatMap((question, index) => {
      const answer = answers[index];
      return answer === undefined ? [] : [[question, answer] as const];
    });
  });

  test('nested parameters', () => {
    for (const [question, answer] of pairs)
      expect(encode('nested', question), JSON.stringify(question.params)).toBe(answer.nested);
  });

  test.runIf(inspectsAsBefore)('flat parameters', () => {
    for (const [question, answer] of pairs) expect(encode('flat', question), JSON.stringify(question.params)).toBe(answer.flat);
  });

  test('a query read and written again, nested', () => {
    for (const [question, answer] of pairs) {
      const ours = again('nested', question);
      // Faraday looks at bytes that are not UTF-8 only where they are sent; here the whole query is left alone.
      if (ours !== null || !question.query.includes('%E9')) expect(ours, question.query).toBe(answer.nestedQuery);
    }
    expect(pairs.filter(([, answer]) => answer.nestedQuery === null).length).toBeGreaterThan(0);
  });

  test('a query read and written again, flat', () => {
    for (const [question, answer] of pairs) expect(again('flat', question), question.query).toBe(answer.flatQuery);
  });
});
