import type { TerraformCursor } from './cursor.ts';

const escapes: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['"', '"'],
  ['\\', '\\'],
]);

/**
 * The text of the quoted template at the cursor, which is moved behind it. Escapes are decoded (HCL 2, template expressions);
 * interpolations `${…}` and directives `%{…}` stay as they are written.
 * @throws HarnessError `not-json` where it is not closed, or has an escape that HCL does not know.
 */
export function readTerraformString(cursor: TerraformCursor): string {
  const parts: string[] = [];
  cursor.offset += 1;
  for (;;) {
    const plain = cursor.take(/[^"\\$%\r\n]+/y);
    if (plain !== undefined) {
      parts.push(plain);
    } else if (cursor.take(/"/y) !== undefined) {
      return parts.join('');
    } else if (cursor.next === '\\') {
      parts.push(readEscape(cursor));
    } else if (cursor.take(/\$\$\{/y) !== undefined) {
      parts.push('${');
    } else if (cursor.take(/%%\{/y) !== undefined) {
      parts.push('%{');
    } else if (/^[$%]\{/.test(cursor.file.text.slice(cursor.offset, cursor.offset + 2))) {
      parts.push(readInterpolation(cursor));
    } else {
      const sign = cursor.take(/[$%]/y);
      if (sign === undefined) {
        throw cursor.error('The text in double quotes is not closed on its line.');
      }
      parts.push(sign);
    }
  }
}

function readEscape(cursor: TerraformCursor): string {
  const digits = cursor.take(/\\u[0-9a-fA-F]{4}|\\U[0-9a-fA-F]{8}/y)?.slice(2);
  const point = digits === undefined ? undefined : Number.parseInt(digits, 16);
  if (point !== undefined && point <= 0x10ffff) {
    return String.fromCodePoint(point);
  }
  const character = escapes.get(cursor.file.text[cursor.offset + 1] ?? '');
  if (point !== undefined || character === undefined) {
    throw cursor.error('This escape is none that Terraform knows.');
  }
  cursor.offset += 2;
  return character;
}

function readInterpolation(cursor: TerraformCursor): string {
  const start = cursor.offset;
  cursor.offset += 2;
  cursor.nested(() => {
    let depth = 1;
    while (depth > 0) {
      cursor.take(/[^"{}\r\n]+/y);
      if (cursor.next === '"') {
        readTerraformString(cursor);
      } else if (cursor.take(/\{/y) !== undefined) {
        depth += 1;
      } else if (cursor.take(/\}/y) !== undefined) {
        depth -= 1;
      } else {
        throw cursor.error('The ‹${› or ‹%{› is not closed on its line.');
      }
    }
  });
  return cursor.file.text.slice(start, cursor.offset);
}
