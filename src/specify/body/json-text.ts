import { HarnessError } from '../../harness-error.ts';
import type { Json } from '../../model/json.ts';
import type { Source } from '../../model/source.ts';
import type { ResolvedText, Text } from '../../model/text.ts';
import { joinText } from '../join-text.ts';
import { distinctMembers } from '../query/distinct-members.ts';
import { encodeText } from '../url/encode-text.ts';

/**
 * A value as Ruby's `JSON.generate` writes it: compact, members in their order, numbers with the digits they have, only quotes, backslashes
 * and control characters escaped. Bytes that are not text are an `invalid-option` with their place (or `source`, where they have none).
 * Rails would also write `<`, `>` and `&` as \u003c …; every reader of JSON takes both for the same, so the plain form is sent.
 */
export function jsonText(value: Json<ResolvedText>, source: Source): Text {
  const place = value.source ?? source;
  switch (value.kind) {
    case 'null':
      return ['null'];
    case 'boolean':
      return [String(value.value)];
    case 'number':
      return textIn(value.text, place);
    case 'string':
      return quote(value.value, place);
    case 'array':
      return joinText('[', ...separate(value.items.map((item) => jsonText(item, place))), ']');
    case 'object': {
      const members = distinctMembers(value).map((member) =>
        joinText(quote(member.key, place), ':', jsonText(member.value, place)),
      );
      return joinText('{', ...separate(members), '}');
    }
  }
}

function separate(texts: readonly Text[]): readonly Text[] {
  return texts.map((text, index) => (index === 0 ? text : joinText(',', text)));
}

function quote(text: ResolvedText, source: Source): Text {
  return joinText('"', encodeText(textIn(text, source), { literal: escapeJson, variable: 'json' }), '"');
}

function escapeJson(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

function textIn(text: ResolvedText, source: Source): Text {
  if (!(text instanceof Uint8Array)) return text;
  const hint = 'Send it as BASE64_ENCODE(…), or as a file with the content type ‹data›.';
  throw new HarnessError('invalid-option', 'The payload holds bytes that are not text, and JSON has no place for them.', {
    source,
    hint,
  });
}
