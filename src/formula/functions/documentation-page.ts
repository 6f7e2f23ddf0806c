/** The page of Tines' documentation about a function. */
export function documentationPage(name: string): string {
  return `https://www.tines.com/docs/formulas/functions/${name.toLowerCase().replaceAll('_', '-')}/`;
}
