import type { Answer } from '../../answers/answer.ts';

/** What an AWS server computed otherwise than the request was signed. */
export interface SignatureMismatch {
  /** `nothing`: the requests are the same, so that the keys differ; `unknown`: the server did not show its canonical request. */
  readonly differs: 'method' | 'path' | 'query' | 'header' | 'nothing' | 'unknown';
  /** For people; may hold secrets until it is masked. */
  readonly text: string;
}

/** Compares the canonical request in the body of a `SignatureDoesNotMatch` (AWS Signature Version 4) with what was sent; null for any other answer. */
export function signatureMismatch(own: Answer): SignatureMismatch | null {
  const text =
    typeof own.json === 'object' && own.json !== null && 'message' in own.json && typeof own.json.message === 'string'
      ? own.json.message
      : (own.text ?? '');
  if (!/SignatureDoesNotMatch|signature we calculated does not match/i.test(own.text ?? '')) return null;
  const canonical =
    /<CanonicalRequest>([\s\S]*?)<\/CanonicalRequest>/.exec(text)?.[1] ??
    /Canonical String for this request should have been\s*'([\s\S]*?)'/.exec(text)?.[1];
  const sent = own.hops.at(-1)?.sent;
  if (canonical === undefined || sent === undefined || !URL.canParse(sent.url))
    return { differs: 'unknown', text: 'the server does not show what it signed' };
  const [method = '', path = '', query = '', ...rest] = canonical.replaceAll('&amp;', '&').split('\n');
  const url = new URL(sent.url);
  if (method !== sent.method)
    return { differs: 'method', text: `the server signed the method ${method}, and ${sent.method} was sent` };
  if (decoded(path) !== decoded(url.pathname))
    return { differs: 'path', text: `the server signed the path ${path}, and ${url.pathname} was sent` };
  const mine = url.search
    .slice(1)
    .split('&')
    .filter((part) => part !== '')
    .map((part) => (part.includes('=') ? part : `${part}=`))
    .sort()
    .join('&');
  const theirs = query
    .split('&')
    .filter((part) => part !== '')
    .sort()
    .join('&');
  if (mine !== theirs)
    return {
      differs: 'query',
      text: `the server signed the query ${theirs === '' ? '(none)' : theirs}, and ${mine === '' ? '(none)' : mine} was sent`,
    };
  const headers = new Map(sent.headers.map(([name, value]) => [name.toLowerCase(), value.trim().replace(/ +/g, ' ')]));
  for (const line of rest) {
    const [name = '', ...value] = line.split(':');
    const ours = headers.get(name);
    if (value.length > 0 && ours !== undefined && ours !== value.join(':').trim())
      return { differs: 'header', text: `the server signed another value of the header ${name}` };
  }
  return {
    differs: 'nothing',
    text: 'method, path, query and headers are what the server signed, so the secret key is another one',
  };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(decodeURIComponent(text));
  } catch {
    return text;
  }
}
