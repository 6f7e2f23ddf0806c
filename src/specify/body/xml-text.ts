import type { Json } from '../../model/json.ts';
import type { ResolvedText, Text } from '../../model/text.ts';
import { singular } from '../../ruby/singular.ts';
import { joinText } from '../join-text.ts';
import { literalOf } from '../literal-of.ts';
import { distinctMembers } from '../query/distinct-members.ts';
import { rubyText } from '../ruby-text.ts';
import { showText } from '../show-text.ts';
import { encodeText } from '../url/encode-text.ts';

/**
 * An object or array as Rails' `to_xml(root: 'post')` writes it: two spaces a level, names with dashes, `type` and `nil` attributes, an array's items
 * under the singular of its name. Names are not escaped and may make the document invalid, as in Rails.
 */
export function xmlText(payload: Json<ResolvedText>): Text {
  return joinText('<?xml version="1.0" encoding="UTF-8"?>\n', element(['post'], payload, ''));
}

function element(key: Text, value: Json<ResolvedText>, indent: string): Text {
  const name = dasherize(key);
  const deeper = `${indent}  `;
  switch (value.kind) {
    case 'object': {
      const inner = distinctMembers(value).map((member) => element(asText(member.key), member.value, deeper));
      return joinText(indent, '<', name, '>\n', ...inner, indent, '</', name, '>\n');
    }
    case 'array': {
      if (value.items.length === 0) return joinText(indent, '<', name, ' type="array"/>\n');
      const literal = literalOf(name);
      const itemName: Text = literal === undefined ? name : [singular(literal)];
      const inner = value.items.map((item) => element(itemName, item, deeper));
      return joinText(indent, '<', name, ' type="array">\n', ...inner, indent, '</', name, '>\n');
    }
    case 'null':
      return joinText(indent, '<', name, ' nil="true"/>\n');
    default: {
      const content = encodeText(asText(rubyText(value)), { literal: escapeXml, variable: 'xml' });
      return joinText(indent, '<', name, typeAttribute(value), '>', content, '</', name, '>\n');
    }
  }
}

function typeAttribute(value: Json<ResolvedText>): string {
  if (value.kind === 'boolean') return ' type="boolean"';
  if (value.kind !== 'number') return '';
  return /^-?\d+$/.test(showText(value.text)) ? ' type="integer"' : ' type="float"';
}

/** Underscores and spaces inside of a name become dashes; underscores at its ends stay. */
function dasherize(key: Text): Text {
  const literal = literalOf(key)?.trim();
  if (literal === undefined) return key;
  const [, left = '', middle = '', right = ''] = /^(_*)(.*?)(_*)$/s.exec(literal) ?? [];
  return [`${left}${middle.replace(/[_ ]/g, '-')}${right}`];
}

function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

/** Bytes are read as Latin-1: XML has no other place for them. */
function asText(text: ResolvedText): Text {
  return text instanceof Uint8Array ? [showText(text)] : text;
}
