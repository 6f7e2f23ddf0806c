import type { JsonString } from '../../model/json.ts';
import type { FileText, SourceText } from './source-text.ts';

/**
 * The text inside of a string of the file, for reading JSON that stands in a JSON string: offsets in it are places in the string's
 * literal. Where the literal is not a plain JSON string of the file, every offset is the place of the string itself.
 */
export function textInString(string: JsonString, file: FileText): SourceText {
  const place = string.source ?? { line: 1, column: 1 };
  const offsets = literalOffsets(string.value, file.text, file.offsetOf(place));
  return {
    text: string.value,
    file: file.file,
    positionOf: (offset) => (offsets === undefined ? place : file.positionOf(offsets[offset] ?? 0)),
  };
}

/** The offset in `text` of each unit of the value, and of the closing quote; undefined where the literal at `start` does not say the value. */
function literalOffsets(value: string, text: string, start: number): Uint32Array | undefined {
  if (text[start] !== '"') {
    return undefined;
  }
  const offsets = new Uint32Array(value.length + 1);
  let next = start + 1;
  for (let unit = 0; unit < value.length; unit += 1) {
    offsets[unit] = next;
    if (text[next] === '\\') {
      next += text[next + 1] === 'u' ? 6 : 2;
    } else if (text.charCodeAt(next) === value.charCodeAt(unit)) {
      next += 1;
    } else {
      return undefined;
    }
  }
  offsets[value.length] = next;
  return text[next] === '"' ? offsets : undefined;
}
