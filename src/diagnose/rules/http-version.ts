import type { Rule } from './suspicion.ts';

/** The server insists on a version of HTTP (426, RFC 9110, section 15.5.22; 505), or the clients spoke different ones. */
export const httpVersion: Rule = ({ own }) => {
  const isTold =
    own.status === 505 ||
    (own.status === 426 &&
      /\bh2c?\b|HTTP\/2/i.test(
        own.headers?.map(([name, value]) => (name.toLowerCase() === 'upgrade' ? value : '')).join() ?? '',
      ));
  const isReset = own.status === null && /HTTP_1_1_REQUIRED|HTTP\/2 (?:stream|framing)/i.test(own.error?.message ?? '');
  if (!isTold && !isReset) return null;
  return {
    confidence: isTold ? 'confirmed' : 'likely',
    weight: 90,
    stands: true,
    isSettled: isTold,
    evidence: [
      isTold
        ? `the server answers ${own.status}: it does not take this version of HTTP`
        : 'the connection broke over the version of HTTP',
    ],
    fix: 'ask the service which version of HTTP it takes, or put a proxy between (http_proxy_url)',
  };
};
