import { memberOf } from '../../formats/json/member-of.ts';
import { scalarText } from '../../formats/json/scalar-text.ts';
import type { Json } from '../../model/json.ts';
import { readWireUrl, type WireUrl } from '../wire-url.ts';
import { pairsOf } from './pairs.ts';
import type { Fill } from './variables.ts';

/** The address that Postman sends a request to: of its parts where it has them, `:name` filled, what the URL standard escapes escaped. */
export function readPostmanUrl(url: Json | undefined, fill: Fill): WireUrl {
  const raw = fill(scalarText(url) ?? scalarText(memberOf(url, 'raw')) ?? '');
  const host = partsOf(memberOf(url, 'host'), '.');
  if (host === undefined) return wire(raw);
  const variables = new Map(pairsOf(memberOf(url, 'variable'), fill).map(([key, value]) => [key, value ?? '']));
  const segments = fill(partsOf(memberOf(url, 'path'), '/') ?? '')
    .split('/')
    .map((segment) => (segment.startsWith(':') ? (variables.get(segment.slice(1)) ?? segment) : segment));
  const protocol = scalarText(memberOf(url, 'protocol'));
  const port = scalarText(memberOf(url, 'port'));
  const pairs = pairsOf(memberOf(url, 'query'), fill);
  const query = pairs.map(([key, value]) => (value === null ? key : `${key}=${value}`)).join('&');
  const origin = fill(
    `${protocol === undefined ? '' : `${protocol.replace(/:?\/*$/u, '')}://`}${host}${port === undefined ? '' : `:${port}`}`,
  );
  const path = segments.join('/');
  return wire(`${origin}${path === '' || origin.endsWith('/') ? '' : '/'}${path}${pairs.length === 0 ? '' : `?${query}`}`);
}

function partsOf(part: Json | undefined, separator: string): string | undefined {
  if (part?.kind !== 'array') return scalarText(part);
  return part.items.map((item) => scalarText(item) ?? scalarText(memberOf(item, 'value')) ?? '').join(separator);
}

function wire(text: string): WireUrl {
  const question = text.indexOf('?');
  const path = (question === -1 ? text : text.slice(0, question)).replace(/["<>`{}]/gu, encodeURIComponent);
  const query =
    question === -1
      ? ''
      : text.slice(question).replace(/["'<>]/gu, (character) => (character === "'" ? '%27' : encodeURIComponent(character)));
  return readWireUrl(`${path}${query}`, { keepDots: true });
}
