import type { ResolvedAction } from '../../model/action.ts';
import type { Json } from '../../model/json.ts';
import type { RequestSpec } from '../../model/request-spec.ts';
import type { ResolvedText, Text } from '../../model/text.ts';
import { joinTexts } from '../working/slice-text.ts';

/** The action's payload after its formulas; undefined where there is none. */
export function payloadOf(action: ResolvedAction): Json<ResolvedText> | undefined {
  return action.options.members.findLast(({ key }) => !(key instanceof Uint8Array) && key.join('') === 'payload')?.value;
}

/** The request with the payload's members that `keep` lets through as a JSON body; null where the payload is no object. */
export function withJsonBody(
  request: RequestSpec,
  action: ResolvedAction,
  keep: (key: string) => boolean = () => true,
): RequestSpec | null {
  const payload = payloadOf(action);
  if (payload?.kind !== 'object' && payload?.kind !== 'array') return null;
  const kept =
    payload.kind === 'array'
      ? payload
      : { ...payload, members: payload.members.filter(({ key }) => keep(key instanceof Uint8Array ? '' : key.join(''))) };
  return { ...request, body: { kind: 'text', text: writeJson(kept) } };
}

/** The request with the payload as a form body, nested names in brackets; null where the payload is no object. */
export function withFormBody(request: RequestSpec, action: ResolvedAction): RequestSpec | null {
  const payload = payloadOf(action);
  if (payload?.kind !== 'object') return null;
  const pairs = payload.members.flatMap(({ key, value }) => formPairs(asText(key), value));
  return {
    ...request,
    body: {
      kind: 'form',
      fields: pairs,
      text: joinTexts(
        ...pairs.flatMap(([name, value], index) => [index === 0 ? '' : '&', encode(name, 'form'), '=', encode(value, 'form')]),
      ),
    },
  };
}

/** The request with a payload that is a text as its whole body; as it is where the payload is none. */
export function withPlainBody(request: RequestSpec, action: ResolvedAction): RequestSpec {
  const payload = payloadOf(action);
  return payload?.kind === 'string' && request.body.kind === 'text'
    ? { ...request, body: { kind: 'text', text: asText(payload.value) } }
    : request;
}

/** A value as JSON text. */
export function writeJson(json: Json<ResolvedText>): Text {
  switch (json.kind) {
    case 'null':
      return ['null'];
    case 'boolean':
      return [String(json.value)];
    case 'number':
      return asText(json.text);
    case 'string':
      return joinTexts('"', encode(asText(json.value), 'json'), '"');
    case 'array':
      return joinTexts('[', ...json.items.flatMap((item, index) => [index === 0 ? '' : ',', writeJson(item)]), ']');
    case 'object':
      return joinTexts(
        '{',
        ...json.members.flatMap(({ key, value }, index) => [
          index === 0 ? '"' : ',"',
          encode(asText(key), 'json'),
          '":',
          writeJson(value),
        ]),
        '}',
      );
    default:
      return json satisfies never;
  }
}

function formPairs(name: Text, value: Json<ResolvedText>): readonly (readonly [Text, Text])[] {
  switch (value.kind) {
    case 'object':
      return value.members.flatMap((member) => formPairs(joinTexts(name, '[', asText(member.key), ']'), member.value));
    case 'array':
      return value.items.flatMap((item) => formPairs(joinTexts(name, '[]'), item));
    case 'string':
      return [[name, asText(value.value)]];
    default:
      return [[name, writeJson(value)]];
  }
}

function encode(text: Text, encoding: 'json' | 'form'): Text {
  return text.map((piece) => {
    if (typeof piece !== 'string') return { ...piece, encodings: [...piece.encodings, encoding] };
    return encoding === 'json' ? JSON.stringify(piece).slice(1, -1) : encodeURIComponent(piece).replaceAll('%20', '+');
  });
}

function asText(text: ResolvedText): Text {
  return text instanceof Uint8Array ? [Buffer.from(text).toString('latin1')] : text;
}
