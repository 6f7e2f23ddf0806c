import { HarnessError, type HarnessErrorCode } from '../harness-error.ts';

/** A place in the text of the request that works. */
export interface WorkingPlace {
  readonly file: string;
  readonly text: string;
  readonly offset: number;
}

/** Trouble with the request that works, with its line and column. The message never has a value of the request in it. */
export function workingError(
  code: HarnessErrorCode,
  message: string,
  { hint, place }: { readonly hint: string; readonly place?: WorkingPlace },
): HarnessError {
  if (place === undefined) return new HarnessError(code, message, { hint });
  const before = place.text.slice(0, place.offset);
  const line = before.split('\n').length;
  const column = place.offset - (before.lastIndexOf('\n') + 1) + 1;
  return new HarnessError(code, message, { hint, source: { file: place.file, pointer: '', line, column } });
}
