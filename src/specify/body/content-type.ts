import type { Text } from '../../model/text.ts';
import { literalOf } from '../literal-of.ts';

/** How a payload is written as a body. `raw`: a type that says nothing of how an object is written in it. */
export type BodySyntax = 'form' | 'json' | 'xml' | 'multipart' | 'raw';

/** What a `content_type`, or a header in its place, asks for. */
export interface ContentType {
  /** The header's value, before a boundary is added. */
  readonly header: Text;
  readonly syntax: BodySyntax;
  /** True where Tines fits the payload to the type (`json`); false for a media type written out, where text is sent as it is. */
  readonly isShorthand: boolean;
  /** True where the header's exact value is inferred. */
  readonly isInferred: boolean;
  /** True for a word that is neither a shorthand nor a media type. */
  readonly isUnknown: boolean;
}

const MEDIA_TYPES: ReadonlyMap<string, string> = new Map([
  ['json', 'application/json'],
  ['application_json', 'application/json'],
  ['xml', 'text/xml'],
  ['form', 'application/x-www-form-urlencoded'],
  ['data', 'multipart/form-data'],
]);
const DEFAULT_PARAMETERS: ReadonlyMap<string, string> = new Map([
  ['json', 'charset=utf-8'],
  ['xml', 'charset=utf-8'],
]);

/** Reads the option `content_type` (its shorthands and their headers are Tines' documentation) or a media type, parameters included. */
export function readContentType(written: Text): ContentType {
  const literal = literalOf(written)?.trim();
  const unknown = { header: written, syntax: 'raw', isShorthand: false, isInferred: false, isUnknown: false } as const;
  if (literal === undefined) return unknown;
  const [name = '', ...rest] = literal.split(';').map((piece) => piece.trim());
  const shorthand = name.toLowerCase();
  const mediaType = MEDIA_TYPES.get(shorthand);
  if (mediaType === undefined)
    return { ...unknown, header: [literal], syntax: syntaxOf(shorthand), isUnknown: !name.includes('/') };
  const parameters = rest.length > 0 ? rest.join('; ') : DEFAULT_PARAMETERS.get(shorthand);
  return {
    header: [parameters === undefined ? mediaType : `${mediaType}; ${parameters}`],
    syntax: syntaxOf(mediaType),
    isShorthand: true,
    isInferred: rest.length > 0 || shorthand.includes('_'),
    isUnknown: false,
  };
}

function syntaxOf(mediaType: string): BodySyntax {
  if (/^(application|text)\/json$|\+json$/.test(mediaType)) return 'json';
  if (/^(application|text)\/xml$|\+xml$/.test(mediaType)) return 'xml';
  if (mediaType === 'application/x-www-form-urlencoded') return 'form';
  return mediaType === 'multipart/form-data' ? 'multipart' : 'raw';
}
