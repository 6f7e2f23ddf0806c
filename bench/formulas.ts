// The formula language against the same work in plain JavaScript.
import { compileFormula } from '../src/formula/evaluate/compile-formula.ts';
import { createEnvironment } from '../src/formula/evaluate/create-environment.ts';
import { functionTable } from '../src/formula/evaluate/functions.ts';
import { parseFormula } from '../src/formula/syntax/parse-formula.ts';
import { parseJsonValue } from '../src/formula/values/parse-json-value.ts';
import type { Value, ValueMap } from '../src/model/value.ts';
import { against, median, printFigure, time } from './measure.ts';

function environmentOf(data: unknown): ReturnType<typeof createEnvironment> {
  const values = parseJsonValue(JSON.stringify(data)) as ValueMap;
  return createEnvironment({
    now: new Date(0),
    random: () => 0.5,
    uuid: () => '',
    lookup: (name): Value => values.get(name) ?? null,
    units: Number.MAX_SAFE_INTEGER,
  });
}

const middle = (rounds: number, run: () => unknown): number => median(Array.from({ length: rounds }, () => time(run)));

const data = { a: { b: { c: 'some text' } }, b: ['first', 'second'] };
const evaluate = compileFormula(parseFormula('UPCASE(a.b.c) & "-" & b[0]'), functionTable);
const environment = environmentOf(data);
const count = 100_000;
let sink = 0;
const formulaTime = middle(7, () => {
  for (let index = 0; index < count; index += 1) sink += String(evaluate(environment)).length;
});
printFigure({
  what: '100,000 evaluations: time / 1 s',
  ratio: formulaTime / 1000,
  most: 1,
  note: `${formulaTime.toFixed(0)} ms (${sink > 0 ? 'used' : ''})`,
});
const documentOf = JSON.stringify(data);
const parsed: unknown = JSON.parse(documentOf);
const read = (value: unknown, ...keys: readonly (string | number)[]): unknown =>
  keys.reduce<unknown>((inner, key) => (inner as Record<string, unknown> | undefined)?.[key as string], value);
const plainTime = middle(7, () => {
  for (let index = 0; index < count; index += 1)
    sink += `${String(read(parsed, 'a', 'b', 'c')).toUpperCase()}-${String(read(parsed, 'b', 0))}`.length;
});
printFigure({
  what: 'the same, / plain JavaScript',
  ratio: formulaTime / plainTime,
  most: 10,
  note: against(formulaTime, plainTime),
});

const list = Array.from({ length: 9_000 }, (_, index) => ({
  id: index,
  name: `widget number ${index}`,
  note: 'some longer text that fills the list, and some more of it here',
}));
const mapped = compileFormula(parseFormula('MAP_LAMBDA(list, LAMBDA(item, UPCASE(item.name) & item.id))'), functionTable);
const listEnvironment = environmentOf({ list });
// Enough rounds for the middle one to run compiled code.
const mapTime = middle(61, () => mapped(listEnvironment));
const plainMap = middle(61, () => list.map((item) => item.name.toUpperCase() + String(item.id)));
const size = (JSON.stringify(list).length / 1e6).toFixed(2);
printFigure({
  what: `${size} MB through MAP_LAMBDA: time / 50 ms`,
  ratio: mapTime / 50,
  most: 1,
  note: `${mapTime.toFixed(1)} ms`,
});
printFigure({ what: 'the same, / plain JavaScript', ratio: mapTime / plainMap, most: 10, note: against(mapTime, plainMap) });
