/** An action's name as Tines makes a reference of it: small letters and digits, accents dropped, `_` between words. */
export function snakeCase(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_+|_+$/gu, '');
}

/** Whether a payload's key is that of an action of this name; Tines may drop or rewrite letters beyond ASCII, and either form counts. */
export function isNamed(key: string, name: string): boolean {
  const wanted = snakeCase(name);
  const found = snakeCase(key);
  if (found === '' || wanted === '') return false;
  return found === wanted || (/[^\x00-\x7f]/u.test(wanted) && found === snakeCase(wanted.replace(/[^\x00-\x7f]/gu, ' ')));
}
