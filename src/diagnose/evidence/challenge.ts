/** One challenge of a `WWW-Authenticate` field (RFC 9110, section 11.6.1). */
export interface Challenge {
  /** As written: `Bearer`. */
  readonly scheme: string;
  /** Names in lower case, quotes removed. */
  readonly parameters: ReadonlyMap<string, string>;
  /** The `token68` in place of parameters, as in `Negotiate YII…`. */
  readonly token?: string;
}

const TOKEN = "[!#$%&'*+\\-.^_`|~0-9A-Za-z]+";
const SPACE = /[ \t]*/y;
const COMMAS = /[ \t]*(?:,[ \t]*)+/y;
const PARAMETER = new RegExp(`(${TOKEN})[ \\t]*=[ \\t]*(?:"((?:[^"\\\\]|\\\\[\\s\\S])*)"|([^\\s,"=][^\\s,"]*))`, 'y');
const SCHEME = new RegExp(`(${TOKEN})(?=[ \\t]|,|$)`, 'y');
const TOKEN68 = /[A-Za-z0-9\-._~+/]+=*(?=[ \t]*(?:,|$))/y;

/** Reads every challenge of one or several joined `WWW-Authenticate` fields. What is not a challenge is skipped up to the next comma. */
export function readChallenges(field: string): readonly Challenge[] {
  const found: { scheme: string; parameters: Map<string, string>; token?: string }[] = [];
  let place = 0;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = place;
    const match = pattern.exec(field);
    if (match !== null) place = pattern.lastIndex;
    return match;
  };
  while (place < field.length) {
    if (take(COMMAS) !== null) continue;
    take(SPACE);
    const parameter = found.length > 0 ? take(PARAMETER) : null;
    if (parameter !== null) {
      const value = parameter[2]?.replace(/\\([\s\S])/g, '$1') ?? parameter[3] ?? '';
      found.at(-1)?.parameters.set((parameter[1] ?? '').toLowerCase(), value);
      continue;
    }
    const scheme = take(SCHEME)?.[1];
    if (scheme === undefined) {
      const comma = field.indexOf(',', place);
      place = comma === -1 ? field.length : comma;
      continue;
    }
    take(SPACE);
    PARAMETER.lastIndex = place;
    const token = PARAMETER.test(field) && field[PARAMETER.lastIndex] !== '=' ? undefined : take(TOKEN68)?.[0];
    found.push({ scheme, parameters: new Map(), ...(token === undefined ? {} : { token }) });
  }
  return found;
}
