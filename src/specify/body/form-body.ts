import type { JsonArray, JsonObject } from '../../model/json.ts';
import type { BodySpec } from '../../model/request-spec.ts';
import type { Source } from '../../model/source.ts';
import type { ResolvedText, Text } from '../../model/text.ts';
import type { Notes } from '../notes.ts';
import { noteSorting } from '../query/note-sorting.ts';
import { type ParameterStyle, parameterEncoder } from '../query/parameter-encoder.ts';
import { payloadParameters } from '../query/payload-parameters.ts';
import { showText } from '../show-text.ts';

interface NotePlace {
  readonly source: Source;
  readonly notes: Notes;
}

/** A payload as a form, by the same encoder as the query; `params_encoder` and `disable_url_encoding` are taken to hold for forms too. */
export function formBody(
  payload: JsonObject<ResolvedText> | JsonArray<ResolvedText>,
  style: ParameterStyle,
  place: NotePlace,
): BodySpec {
  const encoder = parameterEncoder(style);
  const parameters = payloadParameters(payload, style);
  if (payload.kind === 'array') {
    place.notes.assume(
      'array-as-form',
      'A form has names, so the items of the payload are taken to be sent as names without values.',
      place.source,
    );
  }
  if (style !== 'nested') {
    place.notes.assume(
      'encoder-for-form',
      'The options that say how the query is written are taken to hold for the form, too.',
      place.source,
    );
  }
  noteSorting(parameters, style, place.notes);
  const pairs = encoder.pairs(parameters);
  const fields = pairs.flatMap((pair): readonly (readonly [Text, Text | null])[] =>
    pair === 'stray' ? [] : [[asText(pair.name), pair.value === null ? null : asText(pair.value)]],
  );
  const text = encoder.join(pairs);
  return text.length === 0 ? { kind: 'none' } : { kind: 'form', fields, text };
}

function asText(text: ResolvedText): Text {
  return text instanceof Uint8Array ? [showText(text)] : text;
}
