type Rule = readonly [ending: RegExp, replacement: string];

const UNCHANGED = /\b(equipment|information|rice|money|species|series|fish|sheep|jeans|police)$/i;

/** First match wins. */
const RULES: readonly Rule[] = [
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
  [/^([ml])ice$/i, '$1ouse'],
  [/(x|ch|ss|sh)es$/i, '$1'],
  [/(m)ovies$/i, '$1ovie'],
  [/([^aeiouy]|qu)ies$/i, '$1y'],
  [/([lr])ves$/i, '$1f'],
  [/([th]ive)s$/i, '$1'],
  [/([^f])ves$/i, '$1fe'],
  [/(^analy|analy|ba|diagno|parenthe|progno|synop|the)(sis|ses)$/i, '$1sis'],
  [/([ti])a$/i, '$1um'],
  [/(n)ews$/i, '$1ews'],
  [/(ss)$/i, '$1'],
  [/s$/i, ''],
];

/** An English plural in the singular, by the rules that Rails ships (`ActiveSupport::Inflector`): `addresses` → `address`. */
export function singular(word: string): string {
  if (UNCHANGED.test(word)) return word;
  const rule = RULES.find(([ending]) => ending.test(word));
  return rule === undefined ? word : word.replace(rule[0], rule[1]);
}
