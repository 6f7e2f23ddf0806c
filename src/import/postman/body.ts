import { memberOf } from '../../formats/json/member-of.ts';
import { scalarText } from '../../formats/json/scalar-text.ts';
import type { Json } from '../../model/json.ts';
import { bodyOfBytes, textOfBytes } from '../body-of-bytes.ts';
import { boundaryOf, guessType } from '../curl/form.ts';
import type { PlainBody, PlainPart } from '../plain-request.ts';
import type { WorkingContext } from '../working-context.ts';
import { isOn } from './is-on.ts';
import { pairsOf } from './pairs.ts';
import type { Fill } from './variables.ts';

/** A body, and the type that Postman gives it where the request has none. */
export interface PostmanBody {
  readonly body: PlainBody;
  readonly contentType?: string;
}

const languages: Readonly<Record<string, string>> = {
  html: 'text/html',
  json: 'application/json',
  javascript: 'application/javascript',
  xml: 'application/xml',
};

/** What Postman makes of a request's `body` block. */
export function readPostmanBody(block: Json | undefined, fill: Fill, { readBytes }: WorkingContext): PostmanBody {
  const none: PostmanBody = { body: { kind: 'none' } };
  if (block === undefined || !isOn(block)) return none;
  const mode = scalarText(memberOf(block, 'mode')) ?? '';
  const content = memberOf(block, mode);
  switch (mode) {
    case 'raw': {
      const text = fill(scalarText(content) ?? '');
      const language = scalarText(memberOf(memberOf(memberOf(block, 'options'), 'raw'), 'language')) ?? 'text';
      return text === '' ? none : { body: { kind: 'text', text }, contentType: languages[language] ?? 'text/plain' };
    }
    case 'urlencoded': {
      const text = pairsOf(content, fill)
        .map(([key, value]) => `${escapeForm(key)}=${escapeForm(value ?? '')}`)
        .join('&');
      return text === '' ? none : { body: { kind: 'text', text }, contentType: 'application/x-www-form-urlencoded' };
    }
    case 'formdata': {
      const parts =
        content?.kind === 'array' ? content.items.filter(isOn).flatMap((entry) => partsOf(entry, fill, readBytes)) : [];
      if (parts.length === 0) return none;
      const boundary = boundaryOf(parts);
      return { body: { kind: 'multipart', boundary, parts }, contentType: `multipart/form-data; boundary=${boundary}` };
    }
    case 'graphql':
      return { body: { kind: 'text', text: graphql(content, fill) }, contentType: 'application/json' };
    case 'file': {
      const inline = scalarText(memberOf(content, 'content'));
      const path = scalarText(memberOf(content, 'src')) ?? scalarText(content);
      if (inline !== undefined) return { body: bodyOfBytes(Buffer.from(inline, 'base64')) };
      return path === undefined ? none : { body: bodyOfBytes(readBytes(fill(path))) };
    }
    default:
      return none;
  }
}

function escapeForm(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replace(
    /[!'()*]/gu,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function partsOf(entry: Json, fill: Fill, readBytes: WorkingContext['readBytes']): readonly PlainPart[] {
  const name = fill(scalarText(memberOf(entry, 'key')) ?? '');
  const type = scalarText(memberOf(entry, 'contentType'));
  if (scalarText(memberOf(entry, 'type')) !== 'file') {
    const headers = type === undefined ? [] : [['Content-Type', type] as const];
    return [{ name, headers, content: fill(scalarText(memberOf(entry, 'value')) ?? '') }];
  }
  const source = memberOf(entry, 'src');
  const paths = source?.kind === 'array' ? source.items.flatMap((item) => scalarText(item) ?? []) : [scalarText(source) ?? ''];
  return paths
    .filter((path) => path !== '')
    .map((path) => {
      const bytes = readBytes(fill(path));
      const filename = fill(path).split(/[/\\]/u).at(-1) ?? path;
      return { name, filename, headers: [['Content-Type', type ?? guessType(filename)]], content: textOfBytes(bytes) ?? bytes };
    });
}

function graphql(content: Json | undefined, fill: Fill): string {
  const query = fill(scalarText(memberOf(content, 'query')) ?? '');
  const variables = fill(scalarText(memberOf(content, 'variables')) ?? '').trim();
  const operation = scalarText(memberOf(content, 'operationName'));
  const name = operation === undefined ? '' : `"operationName":${JSON.stringify(fill(operation))},`;
  return `{${name}"query":${JSON.stringify(query)},"variables":${variables === '' ? '{}' : variables}}`;
}
