import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeShapes } from '../../../src/regress/shape/merge-shapes.ts';
import { shapeMisfits } from '../../../src/regress/shape/shape-misfits.ts';
import { shapeOf } from '../../../src/regress/shape/shape-of.ts';

const key = fc.oneof(
  fc.string({ maxLength: 4 }),
  fc.constantFrom('*', '|', '?', '!', 'a?', 'a!', '__proto__', 'constructor', '1'),
);
const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { depthSize: 'small' },
    fc.constant(null),
    fc.boolean(),
    fc.integer(),
    fc.string({ maxLength: 3 }),
    fc.array(tie('any'), { maxLength: 4 }),
    fc.dictionary(key, tie('any'), { maxKeys: 4, noNullPrototype: true }),
  ),
})).any;
const json = value.map((any): unknown => JSON.parse(JSON.stringify(any)));

describe('the shape of a body', () => {
  it('fits the body it was made from', () => {
    fc.assert(fc.property(json, (body) => void expect(shapeMisfits(shapeOf(body), body)).toEqual([])));
  });

  it('merged with another fits both', () => {
    fc.assert(
      fc.property(json, json, (left, right) => {
        const shape = mergeShapes(shapeOf(left), shapeOf(right));
        expect([...shapeMisfits(shape, left), ...shapeMisfits(shape, right)]).toEqual([]);
      }),
    );
  });

  it('survives being written as JSON', () => {
    fc.assert(
      fc.property(json, (body) => void expect(shapeMisfits(JSON.parse(JSON.stringify(shapeOf(body))), body)).toEqual([])),
    );
  });

  it.each([
    [{ a: 1 }, { a: '1' }, ['/a is string, not number']],
    [{ a: 1 }, { a: 1, b: 2 }, ['/b is new']],
    [{ a: 1, b: 2 }, { a: 1 }, ['/b is missing']],
    [[{ a: 1 }], [{ a: 1 }, { a: null }], ['/1/a is null, not number']],
    [{ a: [] }, { a: [1, 'x'] }, []],
    [{ a: [1] }, { a: [] }, []],
    [{ 123: { n: 1 }, 456: { n: 2 } }, { 789: { n: 3 } }, []],
    [{ 123: { n: 1 }, 456: { n: 2 } }, { 789: { n: 'x' } }, ['/789/n is string, not number']],
    [{ a: 1 }, [1], ['the body is array, not object']],
    [[{ a: 1 }, { b: 1 }], [{}, { a: 2, b: 3 }], []],
  ])('of %j meets %j', (before, after, misfits) => {
    expect(shapeMisfits(shapeOf(before), after)).toEqual(misfits);
  });
});
