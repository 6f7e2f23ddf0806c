// Comparing JSON bodies: arrays without a key, and 50 MB with three differences.
import { compareBodies } from '../src/compare/compare-bodies.ts';
import { against, interleave, median, printFigure, time } from './measure.ts';

const body = (text: string) => ({ kind: 'text', text, mediaType: 'application/json' }) as const;
const items = Array.from({ length: 20_000 }, (_, index) => ({
  id: `id-${index}`,
  name: `widget ${index}`,
  tags: ['a', `t${index % 7}`],
  price: index / 8,
  active: index % 2 === 0,
}));
const plain = JSON.stringify(items);

function best(rounds: number, run: () => unknown): number {
  run();
  return median(Array.from({ length: rounds }, () => time(run)));
}

const inserted = JSON.stringify([{ id: 'new', name: 'first' }, ...items]);
const insertion = compareBodies(body(plain), body(inserted));
const insertTime = best(5, () => compareBodies(body(plain), body(inserted)));
printFigure({
  what: 'insert at the head of 20,000 objects: time / 100 ms',
  ratio: insertTime / 100,
  most: 1,
  note: `${insertTime.toFixed(1)} ms`,
});
printFigure({ what: 'insert at the head of 20,000 objects: entries', ratio: insertion.length, most: 1, note: '' });

const shuffled = JSON.stringify(
  items
    .map((item, index) => ({ item, key: Math.imul(index + 1, 2_654_435_761) >>> 0 }))
    .sort((left, right) => left.key - right.key)
    .map(({ item }) => item),
);
const shuffleTime = best(5, () => compareBodies(body(plain), body(shuffled)));
printFigure({
  what: '20,000 shuffled objects: time / 300 ms',
  ratio: shuffleTime / 300,
  most: 1,
  note: `${shuffleTime.toFixed(1)} ms, ${compareBodies(body(plain), body(shuffled)).length} entry`,
});

const many = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    id: index,
    name: `widget number ${index}`,
    tags: ['a', `b${index}`],
    price: index / 7,
    nested: { ok: true, note: 'some longer text that is here to fill the body a little' },
  }));
const pairOf = (count: number): readonly [string, string] => {
  const list = many(count);
  const left = JSON.stringify(list);
  const change = (at: number) => Object.assign(list[at] ?? {}, { name: 'changed' });
  for (const at of [10, Math.floor(count / 2), count - 10]) change(at);
  return [left, JSON.stringify(list)];
};
const [half, full] = [pairOf(60_000), pairOf(120_000)];
// In turn and often, and before the heap is full of the large pair: the first comparisons pay for a heap that grows to its size.
const timeOf = (pair: readonly [string, string]) => (): number => time(() => compareBodies(body(pair[0]), body(pair[1])));
const { left: fullTime, right: halfTime } = interleave(9, timeOf(full), timeOf(half));
printFigure({ what: 'twice the size: time', ratio: fullTime / halfTime, most: 2.3, note: against(fullTime, halfTime) });

const [left, right] = pairOf(285_000);
const differences = compareBodies(body(left), body(right));
const parse = median(Array.from({ length: 3 }, () => time(() => [JSON.parse(left), JSON.parse(right)])));
globalThis.gc?.();
const before = process.memoryUsage();
const compare = median(Array.from({ length: 3 }, () => time(() => compareBodies(body(left), body(right)))));
const after = process.memoryUsage();
printFigure({
  what: `${((left.length + right.length) / 2e6).toFixed(0)} MB pair, ${differences.length} differences: time / JSON.parse of both`,
  ratio: compare / parse,
  most: 3,
  note: against(compare, parse),
});
const grown = after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers;
printFigure({
  what: 'memory on top of both texts, and them, / their size',
  ratio: (Math.max(0, grown) + left.length + right.length) / (left.length + right.length),
  most: 6,
  note: `${(grown / 1e6).toFixed(0)} MB more, before garbage is collected`,
});
