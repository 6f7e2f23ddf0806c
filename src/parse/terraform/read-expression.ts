import type { Json, JsonMember } from '../../model/json.ts';
import { pointerTo } from '../json/json-pointer.ts';
import { sourceAt } from '../json/source-text.ts';
import type { TerraformCursor } from './cursor.ts';
import { readTerraformHeredoc } from './read-heredoc.ts';
import { readTerraformString } from './read-string.ts';

/**
 * The value of the expression at the cursor, which is moved behind it: a literal, an object, a list, a here-document, or a call of
 * `jsonencode`, which is its argument. Any other expression becomes the text `${expression}`.
 * @throws HarnessError `not-json` or `too-deep`.
 */
export function readTerraformExpression(cursor: TerraformCursor, pointer: string): Json {
  cursor.skipInLine();
  const start = cursor.offset;
  const value = cursor.nested(() => readOperand(cursor, pointer));
  const end = cursor.offset;
  cursor.skipInLine();
  if (value !== undefined && /^(?:[,)\]}\r\n#]|\/\/|$)/.test(cursor.file.text.slice(cursor.offset, cursor.offset + 2))) {
    cursor.offset = end;
    return value;
  }
  cursor.offset = start;
  const source = sourceAt(cursor.file, start, pointer);
  return { kind: 'string', value: `\${${readToEndOfExpression(cursor)}}`, source };
}

/** What the expression begins with; undefined where only Terraform can say its value. */
function readOperand(cursor: TerraformCursor, pointer: string): Json | undefined {
  const source = sourceAt(cursor.file, cursor.offset, pointer);
  switch (cursor.next) {
    case '"':
      return { kind: 'string', value: readTerraformString(cursor), source };
    case '<':
      return readTerraformHeredoc(cursor, pointer);
    case '{':
      return cursor.take(/\{\s*for\b/y) === undefined
        ? { kind: 'object', members: readMembers(cursor, pointer), source }
        : undefined;
    case '[':
      return cursor.take(/\[\s*for\b/y) === undefined ? { kind: 'array', items: readItems(cursor, pointer), source } : undefined;
  }
  const number = cursor.take(/-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])/y);
  if (number !== undefined) {
    return { kind: 'number', text: number, source };
  }
  const word = cursor.take(/(?:true|false|null)(?![\w-])/y);
  if (word !== undefined) {
    return word === 'null' ? { kind: 'null', source } : { kind: 'boolean', value: word === 'true', source };
  }
  return cursor.take(/jsonencode[ \t]*\(/y) === undefined ? undefined : readArgument(cursor, pointer);
}

function readArgument(cursor: TerraformCursor, pointer: string): Json {
  cursor.skipBlanks();
  const value = readTerraformExpression(cursor, pointer);
  cursor.skipBlanks();
  if (cursor.take(/\)/y) === undefined) {
    throw cursor.error('‹)› was expected after the argument of ‹jsonencode›.');
  }
  return value;
}

function readItems(cursor: TerraformCursor, pointer: string): readonly Json[] {
  const items: Json[] = [];
  cursor.offset += 1;
  cursor.skipBlanks();
  while (cursor.take(/\]/y) === undefined) {
    items.push(readTerraformExpression(cursor, pointerTo(pointer, items.length)));
    cursor.skipBlanks();
    if (cursor.take(/,/y) === undefined && cursor.next !== ']') {
      throw cursor.error('‹,› or ‹]› was expected in the list.');
    }
    cursor.skipBlanks();
  }
  return items;
}

function readMembers(cursor: TerraformCursor, pointer: string): readonly JsonMember[] {
  const members: JsonMember[] = [];
  cursor.offset += 1;
  cursor.skipBlanks();
  while (cursor.take(/\}/y) === undefined) {
    const start = cursor.offset;
    const key = readKey(cursor);
    const place = pointerTo(pointer, key);
    cursor.skipBlanks();
    if (cursor.take(/=(?!=)|:/y) === undefined) {
      throw cursor.error('‹=› or ‹:› was expected after the key.');
    }
    cursor.skipBlanks();
    members.push({ key, keySource: sourceAt(cursor.file, start, place), value: readTerraformExpression(cursor, place) });
    cursor.skipInLine();
    // Members end with a comma or with their line.
    const ended =
      cursor.take(/,/y) !== undefined || /^(?:[\r\n#}]|\/\/)/.test(cursor.file.text.slice(cursor.offset, cursor.offset + 2));
    cursor.skipBlanks();
    if (!ended && cursor.next !== ',') {
      throw cursor.error('‹,›, a line break or ‹}› was expected in the object.');
    }
    cursor.take(/,/y);
    cursor.skipBlanks();
  }
  return members;
}

function readKey(cursor: TerraformCursor): string {
  if (cursor.next === '"') {
    return readTerraformString(cursor);
  }
  const key = cursor.take(/[\p{L}\p{N}_][\p{L}\p{N}_-]*/uy) ?? cursor.take(/\([^()\r\n]*\)/y);
  if (key === undefined) {
    throw cursor.error('A key was expected.');
  }
  return key.startsWith('(') ? `\${${key.slice(1, -1)}}` : key;
}

/** Takes an expression as it is written: to the end of its line, or to the comma or bracket that ends what it stands in. */
function readToEndOfExpression(cursor: TerraformCursor): string {
  const start = cursor.offset;
  let depth = 0;
  for (;;) {
    cursor.take(/[^"()[\]{},\r\n]+/y);
    if (cursor.next === '"') {
      readTerraformString(cursor);
    } else if (cursor.take(/[([{]/y) !== undefined) {
      depth += 1;
    } else if (depth > 0 && cursor.take(/[)\]}]/y) !== undefined) {
      depth -= 1;
    } else if (depth === 0 || cursor.next === '') {
      break;
    } else {
      cursor.offset += 1;
    }
  }
  const expression = cursor.file.text.slice(start, cursor.offset).trim();
  if (expression === '') {
    throw cursor.error('A value was expected.');
  }
  return expression;
}
