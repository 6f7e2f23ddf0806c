/** What curl says about a transfer when it is over (`--write-out '%{json}'`; the message from curl 7.75). */
export interface CurlWriteOut {
  /** Empty where all went well or nothing is known. */
  readonly message: string;
  /** Bytes of the last request's body that were sent. */
  readonly uploaded?: number;
}

/** Reads what `%{json}` printed; what is missing or unreadable is left out, for curl may have been killed. */
export function readCurlWriteOut(text: string): CurlWriteOut {
  const values = readObject(text);
  const [message, uploaded] = [values.get('errormsg'), values.get('size_upload')];
  return { message: typeof message === 'string' ? message : '', ...(typeof uploaded === 'number' ? { uploaded } : {}) };
}

function readObject(text: string): ReadonlyMap<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(text);
    return new Map(typeof parsed === 'object' && parsed !== null ? Object.entries(parsed) : []);
  } catch {
    return new Map();
  }
}
