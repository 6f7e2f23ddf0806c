import type { Value } from '../../../model/value.ts';
import type { FunctionContext } from '../../evaluate/function-entry.ts';
import { textArgument } from '../arguments.ts';
import { lenientBase64Bytes } from '../encoding/base64.ts';

/** The bytes of an argument in base64, or of binary; undefined for one that is not given, NULL or empty. */
export function encodedArgument(caller: string, value: Value | undefined): Uint8Array | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  return value instanceof Uint8Array ? value : lenientBase64Bytes(textArgument(caller, value));
}

/** The same bytes, after they were counted against the evaluation's bound. */
export function spentBytes(bytes: Uint8Array, { spend }: FunctionContext): Uint8Array {
  spend(bytes.length);
  return bytes;
}
