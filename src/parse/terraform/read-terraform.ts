import type { JsonMember, JsonObject } from '../../model/json.ts';
import { pointerTo } from '../json/json-pointer.ts';
import { type FileText, sourceAt } from '../json/source-text.ts';
import { TerraformCursor } from './cursor.ts';
import { readTerraformExpression } from './read-expression.ts';
import { readTerraformString } from './read-string.ts';

const blockOpening = /^[ \t]*(?:resource|data|locals|module|variable|provider|terraform|output)\b[^={\n]*\{/m;

/** Whether text that is not JSON has the marks of a Terraform file: a block, a `jsonencode` call or a here-document. */
export function looksLikeTerraform(text: string): boolean {
  return blockOpening.test(text) || /\bjsonencode[ \t]*\(/.test(text) || /=[ \t]*<<-?[A-Za-z_]\w*[ \t]*\r?\n/.test(text);
}

/**
 * Terraform text as one object: attributes by their names, blocks by their type and labels joined with `.`. A `jsonencode` call is
 * its argument, a here-document with JSON in it is that JSON; an expression that only Terraform can evaluate is text in `${…}`.
 * @throws HarnessError `not-json` where the text is no Terraform, `too-deep`.
 */
export function readTerraform(file: FileText): JsonObject {
  const cursor = new TerraformCursor(file);
  cursor.skipBlanks();
  if (cursor.take(/jsonencode[ \t]*(?=\()/y) !== undefined) {
    cursor.offset = 0;
    cursor.skipBlanks();
    const value = readTerraformExpression(cursor, '');
    if (value.kind === 'object') {
      return value;
    }
    throw cursor.error('A JSON object was expected in ‹jsonencode›.');
  }
  return readBody(cursor, '', false);
}

function readBody(cursor: TerraformCursor, pointer: string, inBlock: boolean): JsonObject {
  const members: JsonMember[] = [];
  const source = sourceAt(cursor.file, cursor.offset, pointer);
  for (;;) {
    cursor.skipBlanks();
    if (inBlock ? cursor.take(/\}/y) !== undefined : cursor.next === '') {
      return { kind: 'object', members, source };
    }
    members.push(readAttributeOrBlock(cursor, pointer));
  }
}

function readAttributeOrBlock(cursor: TerraformCursor, pointer: string): JsonMember {
  const start = cursor.offset;
  const name = cursor.take(/[\p{L}_][\p{L}\p{N}_-]*/uy);
  if (name === undefined) {
    throw cursor.error('This is neither JSON nor Terraform: a name was expected.');
  }
  cursor.skipInLine();
  if (cursor.take(/=(?!=)/y) !== undefined) {
    const place = pointerTo(pointer, name);
    return { key: name, keySource: sourceAt(cursor.file, start, place), value: readTerraformExpression(cursor, place) };
  }
  const words = [name];
  while (cursor.take(/\{/y) === undefined) {
    const label = cursor.next === '"' ? readTerraformString(cursor) : cursor.take(/[\p{L}_][\p{L}\p{N}_-]*/uy);
    if (label === undefined) {
      throw cursor.error('This is neither JSON nor Terraform: ‹=› or ‹{› was expected.');
    }
    words.push(label);
    cursor.skipInLine();
  }
  const key = words.join('.');
  const place = pointerTo(pointer, key);
  return { key, keySource: sourceAt(cursor.file, start, place), value: cursor.nested(() => readBody(cursor, place, true)) };
}
