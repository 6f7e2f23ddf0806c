/** What curl says about a transfer when it is over (`--write-out '%{json}'`; message and exit status from curl 7.75). */
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

/** Reads what `%{json}` printed; what is missing or unreadable is left out, for curl may have been killed. */
export function readCurlWriteOut(text: string): CurlWriteOut {
  const values = readObject(text);
  const message = values.get('errormsg');
  const number = (name: string, key: string): Record<string, number> => {
    const value = values.get(key);
    return typeof value === 'number' ? { [name]: value } : {};
  };
  return {
    message: typeof message === 'string' ? message : '',
    ...number('uploaded', 'size_upload'),
    ...number('exitCode', 'exitcode'),
    ...number('seconds', 'time_total'),
  };
}

function readObject(text: string): ReadonlyMap<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(text);
    return new Map(typeof parsed === 'object' && parsed !== null ? Object.entries(parsed) : []);
  } catch {
    return new Map();
  }
}
