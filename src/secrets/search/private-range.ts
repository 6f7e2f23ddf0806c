const shortestFragment = 8;

/** Beginnings that say nothing about the secret: schemes, PEM lines, the header of a JWT and how its claims begin, the address of a webhook, the prefixes of well-known tokens. */
const publicBeginnings: readonly RegExp[] = [
  /^(?:Basic|Bearer|Token|SSWS|ApiKey|Api-Key|GenieKey|Splunk|Key|OAuth|Digest|Negotiate)\s+/iu,
  /^-----BEGIN [A-Z0-9 ]+-----\s*/u,
  /^eyJ[\w-]*\.[\w-]{0,24}/u,
  /^[a-z][a-z0-9+.-]{1,20}:\/\/(?:[^/?#@\s]*(?:\/[A-Za-z]{1,24}(?=\/))*\/?)/iu,
  /^(?:github_pat_|(?:sk|rk|pk)_(?:live|test)_|sk-(?:proj|ant)-|dop_v1_|pypi-)/u,
];
const publicEnd = /\s*-----END [A-Z0-9 ]+-----\s*$/u;

/** Which part of a value gives it away, so that eight characters of its beginning or end are a leak: offsets, or null where no part does. */
export function privateRange(value: string): { readonly from: number; readonly to: number } | null {
  let from = 0;
  for (const beginning of publicBeginnings) from += beginning.exec(value.slice(from))?.[0].length ?? 0;
  const to = value.length - (publicEnd.exec(value)?.[0].length ?? 0);
  return to - from > shortestFragment ? { from, to } : null;
}
