/** A directory of the user that nobody else has to know. */
export interface PrivatePlace {
  /** `home`: shown as ‹home›. */
  readonly name: string;
  readonly path: string;
}

const shortestPath = 4;

/** A function that writes ‹name› for each of these directories wherever a text names it; the longest path first, very short ones (`/`, `/tmp`) not at all. */
export function hidePaths(places: readonly PrivatePlace[]): (text: string) => string {
  const known = places
    .map(({ name, path }) => ({ name, path: path.replace(/[/\\]+$/u, '') }))
    .filter(({ path }) => path.length > shortestPath)
    .sort((left, right) => right.path.length - left.path.length);
  return (text) =>
    known.reduce((result, { name, path }) => {
      const spelling = [...new Set([path, path.replaceAll('\\', '/'), encodeURI(path.toWellFormed())])]
        .map(escapePattern)
        .join('|');
      return result.replace(new RegExp(`(?<![\\p{L}\\p{N}_.-])(?:${spelling})(?![\\p{L}\\p{N}_-])`, 'gu'), `‹${name}›`);
    }, text);
}

function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');
}
