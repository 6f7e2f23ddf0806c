import type { RequestSpec } from '../../model/request-spec.ts';

/** A request that Newman cannot be made to send as it is. */
export interface Unavoidable {
  readonly code: string;
  /** What Newman does instead, and why no setting helps. */
  readonly reason: string;
  readonly applies: (request: RequestSpec) => boolean;
}

/** The divergences of Newman 6.2.2 (postman-runtime 7.39.1) that none of its settings avoids, each measured on the wire. */
export const unavoidable: readonly Unavoidable[] = [
  {
    code: 'expect-continue',
    reason:
      'Newman sends the request with an Accept-Encoding of its own and then fails with ERR_HTTP_HEADERS_SENT: it sets that field once more after the head is gone, which Expect causes to happen early',
    applies: ({ headers }) => headers.some(([name]) => name.toLowerCase() === 'expect'),
  },
  {
    code: 'proto-header',
    reason:
      'Newman keeps the fields in a JavaScript object: a field named __proto__ is lost there, and one named constructor that stands twice ends its process',
    applies: ({ headers }) =>
      headers.some(([name]) => name === '__proto__') ||
      headers.filter(([name]) => name.toLowerCase() === 'constructor').length > 1,
  },
  {
    code: 'backslash-in-path',
    reason:
      'Newman parses the URL again after it has put variables in, and its parser turns every backslash of the path into a slash',
    applies: ({ url }) =>
      url
        .map((piece) => (typeof piece === 'string' ? piece : ''))
        .join('')
        .replace(/\?.*$/s, '')
        .includes('\\'),
  },
];
