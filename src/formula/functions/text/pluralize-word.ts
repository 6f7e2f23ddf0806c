const uncountable = /\b(?:equipment|information|rice|money|species|series|fish|sheep|jeans|police)$/i;

// The rules of ActiveSupport's English inflections, the most particular first.
const rules: readonly (readonly [RegExp, string])[] = [
  [/(z)ombies?$/i, '$1ombies'],
  [/(m)oves?$/i, '$1oves'],
  [/(s)ex(?:es)?$/i, '$1exes'],
  [/(c)hild(?:ren)?$/i, '$1hildren'],
  [/(m)(?:an|en)$/i, '$1en'],
  [/(p)(?:erson|eople)$/i, '$1eople'],
  [/(quiz)$/i, '$1zes'],
  [/^(oxen)$/i, '$1'],
  [/^(ox)$/i, '$1en'],
  [/^(m|l)(?:ouse|ice)$/i, '$1ice'],
  [/(matr|vert|ind)(?:ix|ex)$/i, '$1ices'],
  [/(x|ch|ss|sh)$/i, '$1es'],
  [/([^aeiouy]|qu)y$/i, '$1ies'],
  [/(hive)$/i, '$1s'],
  [/([^f])fe$/i, '$1ves'],
  [/([lr])f$/i, '$1ves'],
  [/sis$/i, 'ses'],
  [/([ti])(?:um|a)$/i, '$1a'],
  [/(buffal|tomat)o$/i, '$1oes'],
  [/(bu)s$/i, '$1ses'],
  [/(alias|status)$/i, '$1es'],
  [/(octop|vir)(?:us|i)$/i, '$1i'],
  [/^(ax|test)is$/i, '$1es'],
  [/s$/i, 's'],
];

/** The plural of an English noun by ActiveSupport's rules; nothing stays nothing. */
export function pluralizeWord(noun: string): string {
  if (noun === '' || uncountable.test(noun)) return noun;
  const rule = rules.find(([pattern]) => pattern.test(noun));
  return rule === undefined ? `${noun}s` : noun.replace(rule[0], rule[1]);
}
