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

interface Range {
  readonly from: number;
  readonly to: number;
}

/** Which part of a value gives it away, so that eight characters of its beginning or end are a leak: offsets, or null where no part does. */
export function privateRange(value: string): Range | null {
  const { from, to } = rangeOfEncoded(value) ?? plainRange(value);
  return to - from > shortestFragment ? { from, to } : null;
}

function plainRange(value: string): Range {
  let from = 0;
  for (const beginning of publicBeginnings) from += beginning.exec(value.slice(from))?.[0].length ?? 0;
  return { from, to: value.length - (publicEnd.exec(value)?.[0].length ?? 0) };
}

/** What is public in a value is so in percent-encoding and in base64, too. */
function rangeOfEncoded(value: string): Range | null {
  if (/%[0-9a-f]{2}/iu.test(value)) {
    const pieces = value.match(/%[0-9a-f]{2}|[\s\S]/giu) ?? [];
    const decoded = pieces.map((piece) =>
      piece.length === 3 ? String.fromCharCode(Number.parseInt(piece.slice(1), 16)) : piece,
    );
    const { from, to } = rangeOfEncoded(decoded.join('')) ?? plainRange(decoded.join(''));
    return { from: pieces.slice(0, from).join('').length, to: pieces.slice(0, to).join('').length };
  }
  if (!/^[\w+/-]{16,}={0,2}$/u.test(value)) return null;
  const decoded = Buffer.from(value, 'base64').toString('latin1');
  const { from } = plainRange(decoded);
  return from === 0 || !/^[\x20-\x7e\s]+$/u.test(decoded) ? null : { from: Math.ceil((from * 4) / 3), to: value.length };
}
