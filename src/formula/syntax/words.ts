/** Names that stand for a value. Lower case occurs in public stories and in one documented example. */
export const words: ReadonlyMap<string, null | boolean> = new Map([
  ['TRUE', true],
  ['FALSE', false],
  ['NULL', null],
  ['true', true],
  ['false', false],
  ['null', null],
]);
