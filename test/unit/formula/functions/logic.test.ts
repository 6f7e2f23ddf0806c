import { describe, expect, it } from 'vitest';
import { failure, run } from './plain-world.ts';

describe('decisions', () => {
  it.each([
    ['AND(1, "", [])', 'true'],
    ['AND(FALSE, DIVIDED_BY(1, 0))', 'false'],
    ['OR(TRUE, DIVIDED_BY(1, 0))', 'true'],
    ['OR(NULL, FALSE)', 'false'],
    ['NOT(0)', 'false'],
    ['IF(FALSE, DIVIDED_BY(1, 0), 2)', '2'],
    ['IF(FALSE, 1)', 'null'],
    ['SWITCH(2, 1, DIVIDED_BY(1, 0), 2, "two", "other")', '"two"'],
    ['SWITCH("2", 2, "number", "text")', '"text"'],
    ['SWITCH(1.0, 1, "one", "other")', '"one"'],
    ['DEFAULT("", [], 0, 5)', '0'],
    ['DEFAULT(NULL, {}, "")', '""'],
    ['DEFAULT(1, DIVIDED_BY(1, 0))', '1'],
    ['IF_ERROR(DIVIDED_BY(1, 0), "x")', '"x"'],
    ['IF_ERROR(NULL, "x")', 'null'],
    ['IS_BLANK(" \n")', 'true'],
    ['IS_BLANK(0)', 'false'],
    ['IS_PRESENT(FALSE)', 'false'],
    ['IS_EMPTY(" ")', 'false'],
  ])('%s gives %s', (formula, expected) => expect(run(formula)).toBe(expected));

  it('keeps what this program cannot do out of IF_ERROR', () => {
    expect(failure('IF_ERROR(POWER(10, 1000000), 1)').kind).toBe('limit');
    expect(failure('IF_ERROR(MATCH("a", "(?~a)"), 1)').kind).toBe('unsupported');
    expect(failure('IF_ERROR(NO_SUCH(), 1)').kind).toBe('undefined-function');
  });

  it('asks SWITCH for pairs and a default', () => {
    const message = 'Invalid arguments to SWITCH, expected pairs + default';
    expect(failure('SWITCH(1, 2, 3)').message).toBe(message);
    expect(failure('SWITCH(1, 2)').message).toBe(message);
  });

  it('asks IS_EMPTY for something that can be empty', () => {
    expect(failure('IS_EMPTY(1)').message).toBe('Invalid argument to IS_EMPTY, expected text, array or object got Number');
  });
});
