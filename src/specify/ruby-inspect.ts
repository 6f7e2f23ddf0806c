import type { Json, JsonMember } from '../model/json.ts';
import type { ResolvedText, Text } from '../model/text.ts';
import { joinText } from './join-text.ts';
import { distinctMembers } from './query/distinct-members.ts';
import { rubyNumberText } from './ruby-number-text.ts';
import { encodeText } from './url/encode-text.ts';

const NAMED: ReadonlyMap<string, string> = new Map([
  ['"', '\\"'],
  ['\\', '\\\\'],
  ['\u0007', '\\a'],
  ['\b', '\\b'],
  ['\t', '\\t'],
  ['\n', '\\n'],
  ['\v', '\\v'],
  ['\f', '\\f'],
  ['\r', '\\r'],
  ['\u001b', '\\e'],
]);

/**
 * A value as Ruby's `inspect` prints it (the form up to Ruby 3.3, `{"a"=>nil}`): what becomes of arrays and objects where Faraday wants a string.
 * A variable in it is escaped as in JSON, which differs only in what no credential holds (`#{`).
 */
export function rubyInspect(value: Json<ResolvedText>): Text {
  switch (value.kind) {
    case 'null':
      return ['nil'];
    case 'string':
      return inspectString(value.value);
    case 'array':
      return joinText('[', ...separate(value.items.map(rubyInspect)), ']');
    case 'object':
      return joinText('{', ...separate(distinctMembers(value).map(inspectMember)), '}');
    case 'boolean':
      return [String(value.value)];
    case 'number': {
      const text = rubyNumberText(value.text);
      return text instanceof Uint8Array ? inspectString(text) : text;
    }
  }
}

function inspectMember(member: JsonMember<ResolvedText>): Text {
  return joinText(inspectString(member.key), '=>', rubyInspect(member.value));
}

function separate(texts: readonly Text[]): readonly Text[] {
  return texts.map((text, index) => (index === 0 ? text : joinText(', ', text)));
}

function inspectString(text: ResolvedText): Text {
  if (text instanceof Uint8Array) return [`"${Array.from(text, inspectByte).join('')}"`];
  return joinText('"', encodeText(text, { literal: escapeString, variable: 'json' }), '"');
}

function escapeString(text: string): string {
  return text.replace(/#(?=[{$@])|["\\]|[\p{Cc}\p{Cn}\p{Cs}\p{Zl}\p{Zp}]/gu, (character) => {
    if (character === '#') return '\\#';
    const code = character.codePointAt(0) ?? 0;
    const hexadecimal = code.toString(16).toUpperCase();
    return NAMED.get(character) ?? (code > 0xffff ? `\\u{${hexadecimal}}` : `\\u${hexadecimal.padStart(4, '0')}`);
  });
}

function inspectByte(byte: number): string {
  const character = String.fromCharCode(byte);
  if (byte >= 0x20 && byte < 0x7f) return NAMED.get(character) ?? character;
  return NAMED.get(character) ?? `\\x${byte.toString(16).toUpperCase().padStart(2, '0')}`;
}
