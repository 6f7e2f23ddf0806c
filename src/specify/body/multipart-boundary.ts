import { createHash } from 'node:crypto';
import type { Part } from '../../model/request-spec.ts';
import { showText } from '../show-text.ts';

/** A boundary of the form that Ruby's Faraday makes, drawn from the parts themselves: the same parts give the same boundary, and no part holds it. */
export function multipartBoundary(parts: readonly Part[]): string {
  const hash = createHash('sha256');
  for (const part of parts) {
    hash.update(`${showText(part.name)}\0${part.filename === undefined ? '' : showText(part.filename)}\0`);
    hash.update(part.content instanceof Uint8Array ? part.content : showText(part.content));
  }
  return `-----------RubyMultipartPost-${hash.digest('hex').slice(0, 32)}`;
}
