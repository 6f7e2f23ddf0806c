import { HarnessError } from '../../harness-error.ts';
import type { Json, JsonString } from '../../model/json.ts';
import type { BodySpec } from '../../model/request-spec.ts';
import type { Source } from '../../model/source.ts';
import type { ResolvedText } from '../../model/text.ts';
import type { Notes } from '../notes.ts';
import type { ParameterStyle } from '../query/parameter-encoder.ts';
import { rubyText } from '../ruby-text.ts';
import type { ChosenContentType } from './choose-content-type.ts';
import { formBody } from './form-body.ts';
import { isJsonText } from './is-json-text.ts';
import { isNothing } from './is-nothing.ts';
import { jsonText } from './json-text.ts';
import { multipartBoundary } from './multipart-boundary.ts';
import { multipartParts } from './multipart-parts.ts';
import { xmlText } from './xml-text.ts';

interface BodySources {
  readonly payload: Json<ResolvedText> | undefined;
  readonly contentType: ChosenContentType;
  readonly style: ParameterStyle;
  /** The payload's place. */
  readonly source: Source;
}

/** The body that a payload becomes under a content type; `none` where there is nothing to send. */
export function specifyBody({ payload, contentType, style, source }: BodySources, notes: Notes): BodySpec {
  if (payload === undefined || isNothing(payload)) return emptyBody(payload, contentType, notes);
  if (payload.kind === 'string' && !(contentType.syntax === 'json' && contentType.isShorthand)) return rawBody(payload.value);
  noteObject(contentType, notes);
  switch (contentType.syntax) {
    case 'json':
      return payload.kind === 'string'
        ? jsonStringBody(payload, source, notes)
        : { kind: 'text', text: jsonText(payload, source) };
    case 'form':
      return payload.kind === 'object' || payload.kind === 'array'
        ? formBody(payload, style, { source, notes })
        : rawBody(rubyText(payload));
    case 'xml':
      if (payload.kind !== 'object' && payload.kind !== 'array') return rawBody(rubyText(payload));
      notes.assume(
        'xml-from-object',
        'The payload is taken to be written as XML the way Rails does it, under a root ‹post›.',
        source,
      );
      return { kind: 'text', text: xmlText(payload) };
    case 'multipart':
      return multipartBody(payload, source, contentType);
    case 'raw':
      if (payload.kind !== 'object' && payload.kind !== 'array') return rawBody(rubyText(payload));
      notes.assume(
        'object-as-json',
        'An object under a content type that has no form for objects is taken to be sent as JSON.',
        source,
      );
      return { kind: 'text', text: jsonText(payload, source) };
  }
}

function emptyBody(payload: Json<ResolvedText> | undefined, contentType: ChosenContentType, notes: Notes): BodySpec {
  if (contentType.syntax !== 'json' || payload === undefined) return { kind: 'none' };
  if (payload.kind === 'object') notes.assume('empty-payload', 'An empty payload ‹{}› is taken to send no body.', payload.source);
  if (payload.kind === 'null') return { kind: 'text', text: ['null'] };
  return payload.kind === 'array' ? { kind: 'text', text: ['[]'] } : { kind: 'none' };
}

function rawBody(text: ResolvedText): BodySpec {
  return text instanceof Uint8Array ? { kind: 'bytes', bytes: text } : { kind: 'text', text };
}

function jsonStringBody(payload: JsonString<ResolvedText>, source: Source, notes: Notes): BodySpec {
  if (payload.value instanceof Uint8Array || isJsonText(payload.value)) return rawBody(payload.value);
  notes.assume('text-as-json-string', 'The payload is text that is not JSON, and is taken to be sent as a JSON string.', source);
  return { kind: 'text', text: jsonText(payload, source) };
}

function multipartBody(payload: Json<ResolvedText>, source: Source, contentType: ChosenContentType): BodySpec {
  if (payload.kind !== 'object') {
    const hint = 'Write it as an object: each member is a field, and one with contents and filename is a file.';
    throw new HarnessError('invalid-option', `A payload for ‹multipart/form-data› has to be an object, and is ${payload.kind}.`, {
      source,
      hint,
    });
  }
  const parts = multipartParts(payload);
  const written = contentType.header.find((piece) => typeof piece === 'string');
  const [, quoted, token] = /;\s*boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(typeof written === 'string' ? written : '') ?? [];
  return { kind: 'multipart', boundary: quoted ?? token ?? multipartBoundary(parts), parts };
}

function noteObject(contentType: ChosenContentType, notes: Notes): void {
  if (contentType.from !== 'header') return;
  notes.assume('content-type-from-header', 'The payload is taken to be written in the form that the Content-Type header names.');
}
