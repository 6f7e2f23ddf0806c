import { HarnessError } from '../../harness-error.ts';
import type { Fault } from './reading.ts';
import { type SourceText, sourceAt } from './source-text.ts';

/** The error that tells the user of a fault; its Source has the place of the fault and the pointer of the value that was read. */
export function faultError(fault: Fault, text: SourceText, pointer: string): HarnessError {
  return new HarnessError(fault.code, fault.message, { source: sourceAt(text, fault.offset, pointer), hint: fault.hint });
}
