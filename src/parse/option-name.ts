import { optionTypes } from './option-types.ts';

/** The name of the HTTP Request option that a key stands for, in snake_case or camelCase; undefined where it is none. */
export function optionName(key: string): string | undefined {
  const name = /^[a-z]+(?:[A-Z][a-z]*)+$/.test(key) ? key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`) : key;
  return optionTypes.has(name) ? name : undefined;
}
