const PLACES: Readonly<Record<string, string>> = { header: 'header', query: 'query parameter', cookie: 'cookie', path: 'path' };

/** An error of a validation that says where it is (`loc` and `msg`, as Pydantic and FastAPI write it), as one sentence; null for any other object. */
export function placedMessage(value: object): string | null {
  if (!('loc' in value && 'msg' in value) || !Array.isArray(value.loc) || typeof value.msg !== 'string') return null;
  const [place, ...names] = value.loc.map(String);
  return `${PLACES[place ?? ''] ?? place ?? ''} ${names.join('.')}: ${value.msg}`;
}
