import { createHash } from 'node:crypto';
import type { Value, ValueMap } from '../../../model/value.ts';
import type { FunctionContext } from '../../evaluate/function-entry.ts';
import { base64Text } from '../encoding/base64.ts';

/** A file that a function unpacked. */
export interface FileContents {
  readonly filename: string;
  readonly contentType: string;
  readonly contents: Uint8Array;
}

/** A file as Tines shows it: name, type, a fresh identifier, digests, size and contents in base64 (the documentation of UNZIP). */
export function fileObject({ filename, contentType, contents }: FileContents, context: FunctionContext): ValueMap {
  context.spend(contents.length);
  return new Map<string, Value>([
    ['filename', filename],
    ['content_type', contentType],
    ['guid', context.uuid()],
    ['md5', createHash('md5').update(contents).digest('hex')],
    ['sha256', createHash('sha256').update(contents).digest('hex')],
    ['sizeinbytes', BigInt(contents.length)],
    ['base64encodedcontents', base64Text(contents)],
  ]);
}
