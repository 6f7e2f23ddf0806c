const uncountable = /\b(?:equipment|information|rice|money|species|series|fish|sheep|jeans|police)$/i;

// The rules of ActiveSupport's English inflections, the most particular first.
const rules: readonly (readonly [RegExp, string])[] = [
  [/(z)ombies$/i, '$1ombie'],
  [/(m)oves$/i, '$1ove'],
  [/(s)exes$/i, '$1ex'],
  [/(c)hildren$/i, '$1hild'],
  [/(m)en$/i, '$1an'],
  [/(p)eople$/i, '$1erson'],
  [/(database)s$/i, '$1'],
  [/(quiz)zes$/i, '$1'],
  [/(matr)ices$/i, '$1ix'],
  [/(vert|ind)ices$/i, '$1ex'],
  [/^(ox)en/i, '$1'],
  [/(alias|status)(es)?$/i, '$1'],
  [/(octop|vir)(us|i)$/i, '$1us'],
  [/^(a)x[ie]s$/i, '$1xis'],
  [/(cris|test)(is|es)$/i, '$1is'],
  [/(shoe)s$/i, '$1'],
  [/(o)es$/i, '$1'],
  [/(bus)(es)?$/i, '$1'],
  [/^(m|l)ice$/i, '$1ouse'],
  [/(x|ch|ss|sh)es$/i, '$1'],
  [/(m)ovies$/i, '$1ovie'],
  [/(s)eries$/i, '$1eries'],
  [/([^aeiouy]|qu)ies$/i, '$1y'],
  [/([lr])ves$/i, '$1f'],
  [/(tive)s$/i, '$1'],
  [/(hive)s$/i, '$1'],
  [/([^f])ves$/i, '$1fe'],
  [/((?:a)naly|(?:b)a|(?:d)iagno|(?:p)arenthe|(?:p)rogno|(?:s)ynop|(?:t)he)(?:sis|ses)$/i, '$1sis'],
  [/([ti])a$/i, '$1um'],
  [/(n)ews$/i, '$1ews'],
  [/(ss)$/i, '$1'],
  [/s$/i, ''],
];

/** The singular of an English noun by ActiveSupport's rules: what Rails calls the elements of an array in XML. */
export function singularize(noun: string): string {
  if (uncountable.test(noun)) return noun;
  const rule = rules.find(([pattern]) => pattern.test(noun));
  return rule === undefined ? noun : noun.replace(rule[0], rule[1]);
}
