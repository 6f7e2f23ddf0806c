import { jsonWebToken, tokenShapes } from '../literals/token-shapes.ts';
import { mark } from '../mark.ts';

const signature = mark('signature');

/** The marks that `maskForeignTokens` writes. */
export const foreignMarks: readonly string[] = [signature, mark('encrypted'), ...tokenShapes.map(({ name }) => mark(name))];

/**
 * Masks tokens that nobody told us of (a server hands one out): what has the shape of a well-known service's token is replaced by its name. A
 * JWT keeps its header and claims, which a diagnosis needs, and loses its signature; an encrypted one (RFC 7516) keeps its header only.
 */
export function maskForeignTokens(text: string): string {
  let result = text;
  for (const { name, hints, pattern } of tokenShapes) {
    if (!hints.some((hint) => result.includes(hint))) continue;
    result = result.replace(pattern, (match: string, ...rest: readonly unknown[]) => {
      const { secret = match } = groupsOf(rest);
      return match.replace(secret, mark(name));
    });
  }
  if (!result.includes('eyJ')) return result;
  return result
    .replace(/(?<![\w-])(eyJ[\w-]{6,})\.[\w-]*\.[\w-]+\.[\w-]+\.[\w-]+/gu, `$1.${mark('encrypted')}`)
    .replace(jsonWebToken, `$<claims>.${signature}`);
}

function groupsOf(rest: readonly unknown[]): { readonly secret?: string } {
  const last = rest.at(-1);
  if (typeof last !== 'object' || last === null || !('secret' in last) || typeof last.secret !== 'string') return {};
  return { secret: last.secret };
}
