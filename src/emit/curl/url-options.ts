import type { Text } from '../../model/text.ts';
import type { CurlOption } from './curl-command.ts';

/** What keeps curl from changing the URL: `--globoff` for brackets and braces, `--path-as-is` for dot segments. */
export function urlOptions(url: Text): readonly CurlOption[] {
  const literal = url.map((piece) => (typeof piece === 'string' ? piece : 'variable')).join('');
  const path = literal.replace(/^https?:\/\/[^/?]*/i, '').replace(/\?.*$/s, '');
  const globbed = /[[\]{}]/.test(literal) || url.some((piece) => typeof piece !== 'string' && !piece.encodings.includes('form'));
  const dotted = path.split('/').some((segment) => /^(?:\.|%2e){1,2}$/i.test(segment));
  return [...(globbed ? [{ name: 'globoff' }] : []), ...(dotted ? [{ name: 'path-as-is' }] : [])];
}
