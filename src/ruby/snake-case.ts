import { transliterate } from './transliterate.ts';

/**
 * Text as Tines snake-cases it, in action names too: ASCII, small letters and digits, `_` between words. Capitals part words only
 * on demand. It is Rails' `parameterize`, then `underscore`, which agrees with the documented examples.
 */
export function snakeCase(text: string, fromCamelCase = false): string {
  return separated(transliterate(fromCamelCase ? partCamelCase(text) : text)).toLowerCase();
}

/** Text in lower camel case: `foo bar` and `hello_world` become `fooBar` and `helloWorld`, camel case stays. */
export function camelCase(text: string): string {
  const words = separated(transliterate(text)).split('_');
  const [first = '', ...others] = words;
  // One word may be in camel case already.
  if (others.length === 0 && first !== first.toUpperCase()) return first.charAt(0).toLowerCase() + first.slice(1);
  return first.toLowerCase() + others.map((word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase()).join('');
}

function separated(text: string): string {
  return text
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== '')
    .join('_');
}

function partCamelCase(text: string): string {
  return text.replaceAll(/(?<=[A-Z])(?=[A-Z][a-z])|(?<=[a-z\d])(?=[A-Z])/g, '_');
}
