import { createHash } from 'node:crypto';
import { memberOf } from '../../formats/json/member-of.ts';
import { scalarText } from '../../formats/json/scalar-text.ts';
import type { Json, JsonObject } from '../../model/json.ts';
import type { RecordedBody } from '../../model/outcome.ts';
import type { HeaderField } from '../../model/request-spec.ts';

/** A recorded body in its kind: the object that stands for a file gives its hashes, of its contents where they are there. */
export function readRecordedBody(body: Json, headers: readonly HeaderField[]): RecordedBody {
  if (body.kind === 'string') return { kind: 'text', text: body.value };
  if (body.kind === 'null') return isJson(headers) ? { kind: 'json', value: body } : { kind: 'text', text: '' };
  return (body.kind === 'object' ? readFile(body) : undefined) ?? { kind: 'json', value: body };
}

function isJson(headers: readonly HeaderField[]): boolean {
  const value = (name: string): string => headers.find(([key]) => key === name)?.[1] ?? '';
  return /[/+]json\b/iu.test(value('content-type')) && value('content-length') !== '0';
}

function readFile(body: JsonObject): RecordedBody | undefined {
  const text = (...names: readonly string[]): string | undefined => scalarText(memberOf(body, ...names));
  const contents = text('base64encodedcontents', 'base64_encoded_contents');
  const size = text('sizeinbytes', 'size_in_bytes');
  const recorded = { md5: text('md5')?.toLowerCase(), sha256: text('sha256')?.toLowerCase() };
  const hasHash = recorded.md5 !== undefined || recorded.sha256 !== undefined;
  if (contents === undefined && !(hasHash && size !== undefined)) return undefined;
  const bytes = contents === undefined ? undefined : Buffer.from(contents, 'base64');
  const sha256 = bytes === undefined ? recorded.sha256 : createHash('sha256').update(bytes).digest('hex');
  const md5 = recorded.md5 ?? (bytes === undefined ? undefined : createHash('md5').update(bytes).digest('hex'));
  const length = bytes?.length ?? (size !== undefined && /^\d{1,15}$/u.test(size) ? Number(size) : undefined);
  const filename = text('filename', 'file_name');
  const contentType = text('content_type', 'contenttype');
  return {
    kind: 'file',
    ...(length === undefined ? {} : { size: length }),
    ...(sha256 === undefined ? {} : { sha256 }),
    ...(md5 === undefined ? {} : { md5 }),
    ...(filename === undefined ? {} : { filename }),
    ...(contentType === undefined ? {} : { contentType }),
  };
}
