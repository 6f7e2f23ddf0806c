/** A name as formulas write it: lower case, each run of other characters than letters and digits one `_`, none at the ends. */
export function actionSlug(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_|_$/g, '');
}
