import type { Json, JsonObject } from '../../model/json.ts';
import type { HeaderField, Part } from '../../model/request-spec.ts';
import type { ResolvedText, Text } from '../../model/text.ts';
import { joinText } from '../join-text.ts';
import { literalOf } from '../literal-of.ts';
import { distinctMembers } from '../query/distinct-members.ts';
import { rubyText } from '../ruby-text.ts';
import { showText } from '../show-text.ts';

/**
 * The parts that Faraday makes of an object, in the order of its members: an object with `contents` is a file, other objects give `a[b]`,
 * arrays give `a[]`. A file part's headers beside Content-Disposition are those of Ruby's multipart-post.
 */
export function multipartParts(payload: JsonObject<ResolvedText>): readonly Part[] {
  return distinctMembers(payload).flatMap((member) => partsOf(asText(member.key), member.value));
}

function partsOf(name: Text, value: Json<ResolvedText>): readonly Part[] {
  if (value.kind === 'array') return value.items.flatMap((item) => partsOf(joinText(name, '[]'), item));
  if (value.kind !== 'object') return [{ name, headers: [], content: rubyText(value) }];
  const contents = memberOf(value, 'contents');
  if (contents !== undefined) return [filePart(name, contents, value)];
  return distinctMembers(value).flatMap((member) => partsOf(joinText(name, '[', asText(member.key), ']'), member.value));
}

function filePart(name: Text, contents: Json<ResolvedText>, file: JsonObject<ResolvedText>): Part {
  const content = rubyText(contents);
  const filename = memberOf(file, 'filename');
  const mediaType = memberOf(file, 'content_type');
  const type = (mediaType && showText(rubyText(mediaType))) || 'application/octet-stream';
  const size = content instanceof Uint8Array ? content.length : sizeOf(content);
  const length: readonly HeaderField[] = size === undefined ? [] : [['Content-Length', String(size)]];
  return {
    name,
    filename: filename === undefined ? name : asText(rubyText(filename)),
    headers: [...length, ['Content-Type', type.replace(/[\r\n]/g, ' ')], ['Content-Transfer-Encoding', 'binary']],
    content,
  };
}

/** Undefined where a variable makes the size unknown. */
function sizeOf(content: Text): number | undefined {
  const literal = literalOf(content);
  return literal === undefined ? undefined : Buffer.byteLength(literal);
}

function memberOf(object: JsonObject<ResolvedText>, key: string): Json<ResolvedText> | undefined {
  return object.members.findLast((member) => showText(member.key) === key)?.value;
}

function asText(text: ResolvedText): Text {
  return text instanceof Uint8Array ? [showText(text)] : text;
}
