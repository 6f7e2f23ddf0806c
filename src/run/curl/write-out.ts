/** What curl says about a transfer when it is over (message and exit status from curl 7.75). */
export interface CurlWriteOut {
  /** Empty where all went well or nothing is known. */
  readonly message: string;
  /** Bytes of the last request's body that were sent. */
  readonly uploaded?: number;
  /** The exit status that curl would have after this transfer alone. */
  readonly exitCode?: number;
  /** From the start of the transfer to its end. */
  readonly seconds?: number;
}

/** What to ask for with `--write-out`. As little as is needed: curl writes it to its standard error character by character. */
export const writeOutFormat = '%{size_upload} %{time_total} %{exitcode} %{errormsg}';

const told = /^(\d+) (\d+\.\d+) (?:(\d+) (.*))?/su;

/** Reads what `writeOutFormat` printed; what is missing or unreadable is left out, for curl may have been killed. */
export function readCurlWriteOut(text: string): CurlWriteOut {
  const [, uploaded, seconds, exitCode, message = ''] = told.exec(text) ?? [];
  if (uploaded === undefined) return { message };
  return {
    message,
    uploaded: Number(uploaded),
    seconds: Number(seconds),
    ...(exitCode === undefined ? {} : { exitCode: Number(exitCode) }),
  };
}
