import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRedactor } from '../../src/secrets/redactor.ts';
import { spellings } from '../unit/secrets/spellings.ts';

const spelling = fc.constantFrom(...Object.values(spellings));
/** Spellings that lose nothing of what is spelled already: upper case would destroy base64. */
const lossless = fc.constantFrom(
  ...Object.entries(spellings).flatMap(([name, spell]) => (/upper case$|Latin-1/.test(name) ? [] : [spell])),
);
/** Characters that mean something to some encoding, letters and digits, and others. */
const character = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789') },
  { weight: 3, arbitrary: fc.constantFrom(...'+/=-_.~:;,&?%#@!$*\'"\\<>()[]{}|^`') },
  { weight: 1, arbitrary: fc.constantFrom('ä', 'é', '€', 'ж', '日', '🔑', '\u00ff', ' ', '\n', '\t') },
);
const text = (least: number, most: number) =>
  fc.array(character, { minLength: least, maxLength: most }).map((characters) => characters.join(''));
/** Long enough and mixed enough to be searched for everywhere, in every spelling. */
const secret = fc
  .tuple(text(4, 30), fc.stringMatching(/^[A-Z][0-9][a-z]{2}[0-9][A-Z][a-z][0-9]{2}$/))
  .map(([some, mixed]) => `${mixed.slice(0, 5)}${some}${mixed.slice(5)}`);
const surroundings = fc.oneof(
  text(0, 12),
  fc.constantFrom(
    '%',
    '\\',
    '\\\\',
    '\\u00',
    '&#',
    '&',
    '"',
    "'",
    '%2',
    '=',
    'Basic ',
    'token=',
    '‹',
    '‹CREDENTIAL.0›',
    '\u0000',
  ),
);
const runs = 400;

describe('the redactor, of random secrets in random surroundings', () => {
  it('finds nothing in what it has redacted, and redacts nothing twice', () => {
    fc.assert(
      fc.property(
        fc.array(secret, { minLength: 1, maxLength: 3 }),
        fc.array(fc.tuple(surroundings, spelling, spelling), { minLength: 1, maxLength: 4 }),
        (values, pieces) => {
          const { redact, find } = createRedactor(values.map((value, index) => ({ label: `CREDENTIAL.${index}`, value })));
          const whole = pieces
            .map(([before, inner, outer], index) => `${before}${outer(inner(values[index % values.length] ?? ''))}`)
            .join('');
          const redacted = redact(whole);
          expect(find(redacted)).toBeNull();
          expect(redact(redacted)).toBe(redacted);
          for (const value of values) expect(redacted).not.toContain(value);
        },
      ),
      { numRuns: runs },
    );
  });

  it('finds a secret in every spelling, and in a spelling of a spelling', () => {
    fc.assert(
      fc.property(secret, spelling, lossless, (value, inner, outer) => {
        const { redact, find } = createRedactor([{ label: 'CREDENTIAL.a', value }]);
        const spelled = outer(inner(value));
        expect(find(spelled)).toBe('CREDENTIAL.a');
        expect(redact(`x = ${spelled} ;`)).not.toContain(spelled);
      }),
      { numRuns: runs },
    );
  });

  it('finds what a truncation leaves of a secret, from eight characters on', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-z][A-Z][0-9][a-z]{2}[A-Z]{2}[0-9]{2}[a-z]{9}[0-9]$/),
        fc.integer({ min: 8, max: 18 }),
        fc.boolean(),
        (value, length, isHead) => {
          const { redact } = createRedactor([{ label: 'CREDENTIAL.a', value }]);
          expect(redact(`[${isHead ? value.slice(0, length) : value.slice(-length)}]`)).toBe('[‹CREDENTIAL.a›]');
        },
      ),
      { numRuns: runs },
    );
  });

  it('leaves text without a secret as it is', () => {
    fc.assert(
      fc.property(text(0, 200), (some) => {
        const { redact, find } = createRedactor([{ label: 'CREDENTIAL.a', value: 'Zq8!vR2#mX5$kW9' }]);
        expect(redact(some)).toBe(some);
        expect(find(some)).toBeNull();
      }),
      { numRuns: runs },
    );
  });
});
