import type { ResolvedAction } from '../../model/action.ts';
import type { Json } from '../../model/json.ts';
import type { RecordedRequest } from '../../model/outcome.ts';
import type { HeaderField, RequestSpec } from '../../model/request-spec.ts';
import type { ResolvedText, Text, Variable } from '../../model/text.ts';
import { optionOf } from '../option-of.ts';
import { distinctVariables, textsOf, variablesOf } from '../variables-of.ts';
import { type AlignedText, alignMasks } from './align-masks.ts';
import { fillJson } from './fill-json.ts';

/** What the templates give here: the options as they resolve, and the request that is specified from them. */
export interface LocalRequest {
  readonly resolved: ResolvedAction;
  readonly request: RequestSpec;
}

/** The logged request with variables in the place of its masks. */
export interface FilledParts {
  readonly url: Text;
  readonly headers: readonly HeaderField<Text>[];
  readonly params: Json<ResolvedText>;
  readonly body: Json<ResolvedText>;
  /** What laying side by side showed, with the part of the request it is about. */
  readonly findings: readonly { readonly field: string; readonly aligned: AlignedText }[];
}

/** Fills each part of the logged request from the same part of the local one. */
export function fillParts(logged: RecordedRequest, { resolved: { options }, request }: LocalRequest): FilledParts {
  const findings: { field: string; aligned: AlignedText }[] = [];
  const noteFor =
    (field: string) =>
    (aligned: AlignedText): void => {
      findings.push({ field, aligned });
    };
  const align = (field: string, text: string, local: Text | undefined): Text => {
    const aligned = alignMasks(text, { text: local, around: variablesOf(local) });
    noteFor(field)(aligned);
    return aligned.text;
  };
  const payload = optionOf(options, 'payload');
  const around = distinctVariables(textsOf(payload).flatMap(variablesOf));
  const urlText = stringText(optionOf(options, 'url')) ?? request.url;
  return {
    url: align('url', logged.url, urlText),
    headers: logged.headers.map(([name, value]) => [
      name,
      align(`headers.${name.toLowerCase()}`, value, localHeader(name, request)),
    ]),
    params: fillJson(logged.params, { json: payload, around, note: noteFor('params') }),
    body: fillJson(logged.body, {
      json: localBody(logged.body, payload, request),
      around: aroundBody(around, request),
      note: noteFor('body'),
    }),
    findings,
  };
}

/** The logged request as `print` writes its texts: each secret as its name, or as its value. */
export function printParts(logged: RecordedRequest, parts: FilledParts, print: (text: ResolvedText) => string): RecordedRequest {
  return {
    method: logged.method,
    url: print(parts.url),
    params: printTexts(parts.params, print),
    headers: parts.headers.map(([name, value]) => [name, print(value)]),
    body: printTexts(parts.body, print),
  };
}

function printTexts(json: Json<ResolvedText>, print: (text: ResolvedText) => string): Json {
  switch (json.kind) {
    case 'null':
    case 'boolean':
      return json;
    case 'number':
      return { ...json, text: print(json.text) };
    case 'string':
      return { ...json, value: print(json.value) };
    case 'array':
      return { ...json, items: json.items.map((item) => printTexts(item, print)) };
    case 'object':
      return {
        ...json,
        members: json.members.map((member) => ({ ...member, key: print(member.key), value: printTexts(member.value, print) })),
      };
    default:
      return json satisfies never;
  }
}

function localHeader(name: string, { headers }: RequestSpec): Text | undefined {
  return headers.find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1];
}

/** A body that the log shows as text is laid beside the encoded one. */
function localBody(logged: Json, payload: Json<ResolvedText> | undefined, { body }: RequestSpec): Json<ResolvedText> | undefined {
  const isEncoded = logged.kind === 'string' && (body.kind === 'text' || body.kind === 'form');
  return isEncoded ? { kind: 'string', value: body.text } : payload;
}

function aroundBody(around: readonly Variable[], { body }: RequestSpec): readonly Variable[] {
  return around.length > 0 || (body.kind !== 'text' && body.kind !== 'form') ? around : distinctVariables(variablesOf(body.text));
}

function stringText(json: Json<ResolvedText> | undefined): Text | undefined {
  return json?.kind === 'string' && !(json.value instanceof Uint8Array) ? json.value : undefined;
}
