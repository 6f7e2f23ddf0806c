import { describe, expect, it } from 'vitest';
import { evaluateTemplate } from '../../../src/formula/evaluate/evaluate-template.ts';
import { FormulaError } from '../../../src/formula/syntax/formula-error.ts';
import type { Value } from '../../../src/model/value.ts';
import { environmentOf, fewFunctions } from './formula-world.ts';

const data = { a: { b: 'x', list: [1, 2], object: { k: 'v' } }, n: 5 };

function render(text: string): Value {
  return evaluateTemplate(text, environmentOf(data), fewFunctions);
}

describe('a text with pills', () => {
  it.each([
    ['plain text, {not} a pill, a < b > c', 'plain text, {not} a pill, a < b > c'],
    ['<<a.b>>', 'x'],
    ['1<<a.b>>2<<n>>3', '1x253'],
    ['<<a.list>> <<a.missing>> <<a.object>>', '[1,2]  {"k":"v"}'],
    ['<<">>">>', '>>'],
    ['<<\'"\' & ">>" >>!', '">>!'],
    ['<<n > 3>>', 'true'],
    ['<<\n  # words\n  a.b\n>>', 'x'],
    ['=', '='],
    [' =1', ' =1'],
    ['<%if n > 3%>yes<%else%>no<%endif%>', 'yes'],
    ['<% if n > 9 %>big<% elseif n = 5 %>five<% else %>small<% endif %>', 'five'],
    ['<%if FALSE%><<REVEAL(1)>><%endif%>', ''],
    ['<%for x in a.list%>[<<x>>:<%if x = 2%><<a.b>><%endif%>]<%endfor%>', '[1:][2:x]'],
    ['<%for x in a.missing%>never<%endfor%>.', '.'],
    ['<%= not ours %>', '<%= not ours %>'],
  ])('%s', (text, expected) => {
    expect(render(text)).toBe(expected);
  });

  it('gives a value with its type for a whole formula', () => {
    expect(render('=a.list')).toEqual([1n, 2n]);
    expect(render('= n + 1')).toBe(6n);
  });

  it.each([
    ['ab <<c', 3, '‹<<› is never closed.'],
    ['cat <<EOF && x', 4, '‹<<› is never closed.'],
    ['ab <<c d>>', 7, 'The formula should end here, but there is something else.'],
    ['ab <<>>', 5, 'The formula is empty.'],
    ['=1 +', 4, 'Here should be a value, but the formula ends.'],
    ['x<%if n%>y', 1, '‹<%if%>› is never closed.'],
    ['x<%endif%>', 1, '‹<%endif%>› stands where it belongs to nothing.'],
    ['<%if n%>a<%else%>b<%else%>c<%endif%>', 18, '‹<%else%>› stands where it belongs to nothing.'],
    ['<%for in a%><%endfor%>', 0, 'This tag is not complete.'],
    ['<<UPCASE(1, 2)>>', 2, 'Wrong number of arguments to UPCASE, expected 1 got 2'],
  ])('%s has its error at %d', (text, offset, message) => {
    const attempt = (): Value => render(text);
    expect(attempt).toThrow(FormulaError);
    expect(attempt).toThrow(expect.objectContaining({ offset, message }));
  });
});
