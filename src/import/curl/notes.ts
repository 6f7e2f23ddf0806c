import type { CurlArgument } from './arguments.ts';

const notTaken: Readonly<Record<string, string>> = {
  proxy: 'it goes through a proxy (--proxy)',
  socks5: 'it goes through a proxy (--socks5)',
  'socks5-hostname': 'it goes through a proxy (--socks5-hostname)',
  insecure: 'it does not check the server’s certificate (--insecure)',
  cacert: 'it trusts a certificate authority of its own (--cacert)',
  cert: 'it shows a client certificate (--cert)',
  resolve: 'it takes another address for the host (--resolve)',
  'connect-to': 'it connects to another host (--connect-to)',
  'unix-socket': 'it goes through a socket of the machine (--unix-socket)',
  interface: 'it goes out by a certain interface (--interface)',
  'request-target': 'it asks for another target than its address (--request-target)',
  'time-cond': 'it asks for what has changed since a time (--time-cond)',
  netrc: 'it takes its credentials from .netrc (--netrc)',
  'netrc-file': 'it takes its credentials from a file (--netrc-file)',
  'netrc-optional': 'it may take its credentials from .netrc (--netrc-optional)',
  'http2-prior-knowledge': 'it speaks HTTP/2 (--http2-prior-knowledge)',
  http3: 'it speaks HTTP/3 (--http3)',
};

/** What the command asks for and the comparison does not take over, a sentence each. */
export function noteCurlOptions(options: readonly CurlArgument[]): readonly string[] {
  const names = new Set(options.map(({ name }) => name));
  const notes = [...names].flatMap((name) => notTaken[name] ?? []);
  const urls = options.filter(({ name }) => name === 'url').length;
  const hasJar = options.some(({ name, value }) => name === 'cookie' && !value.includes('='));
  return [
    ...notes.map((note) => `not taken over from the request that works: ${note}`),
    ...(hasJar ? ['not taken over from the request that works: it reads cookies from a file (--cookie)'] : []),
    ...(urls > 1 ? [`the request that works has ${urls} addresses; the first is used`] : []),
  ];
}
