import type net from 'node:net';
import { type Fault, ok, reply } from './fault.ts';

const request = { follow: 3 };
const to = (location: string, status = 302): ReturnType<typeof reply> =>
  reply(`HTTP/1.1 ${status} Found\r\nLocation: ${location}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`);
/** Redirects once, and then answers. */
const once =
  (location: string, status = 302) =>
  (socket: net.Socket, head: string): void =>
    /^\S+ \/ /.test(head)
      ? to(location, status)(socket)
      : reply(`${ok}Content-Length: 3\r\nConnection: close\r\n\r\nend`)(socket);

/** Faults of redirects. */
export const redirectFaults: readonly Fault[] = [
  { name: 'a redirect to itself', answer: to('/'), request, expected: 'redirects' },
  {
    name: 'redirects without end',
    answer: (socket, head) => to(`/${Number(/\/(\d*)/.exec(head)?.[1]) + 1}`)(socket),
    request: { follow: 20 },
    expected: 'redirects',
  },
  { name: 'a redirect to a file', answer: to('file:///etc/passwd'), request, expected: 'redirects' },
  { name: 'a redirect to FTP', answer: to('ftp://127.0.0.1/x'), request, expected: 'redirects' },
  { name: 'a redirect to a script', answer: to('javascript:alert(1)'), request, expected: 'redirects' },
  { name: 'a redirect to data', answer: to('data:text/plain,hello'), request, expected: 'redirects' },
  { name: 'a redirect to gopher', answer: to('gopher://127.0.0.1:25/_HELO'), request, expected: 'redirects' },
  { name: 'an empty Location', answer: to(''), request, expected: 302 },
  { name: 'no Location', answer: reply('HTTP/1.1 302 Found\r\nContent-Length: 0\r\n\r\n'), request, expected: 302 },
  { name: 'several Locations', answer: once('/first\r\nLocation: /second'), request, expected: 200 },
  { name: 'dots in a relative Location', answer: once('../../a/../b'), request, expected: 200 },
  {
    name: 'a Location without a scheme',
    answer: (socket, head) => once(`//${/Host: (\S+)/i.exec(head)?.[1]}/end`)(socket, head),
    request,
    expected: 200,
  },
  {
    name: 'a Location that is a query',
    answer: (socket, head) => (head.includes('?x') ? reply(`${ok}Content-Length: 0\r\n\r\n`) : to('?x=1'))(socket),
    request,
    expected: 200,
  },
  { name: 'a Location that is a fragment', answer: to('#part'), request, expected: 'redirects' },
  { name: 'spaces in a Location', answer: once('/a b'), request, expected: 200 },
  { name: 'UTF-8 in a Location', answer: once(Buffer.from('/é').toString('latin1')), request, expected: 200 },
  { name: 'Latin-1 in a Location', answer: once('/\xe9'), request, expected: 200 },
  { name: 'a Location that is no address', answer: to('http://[::1'), request, expected: 'redirects' },
  { name: 'a Location with a port that does not exist', answer: to('http://127.0.0.1:99999/'), request, expected: 'redirects' },
  { name: 'a redirect to where nothing listens', answer: to('http://127.0.0.1:9/'), request, expected: 'connect' },
  { name: 'a redirect to a name that cannot exist', answer: to('http://no-such-name.invalid/'), request, expected: 'dns' },
  {
    name: 'a redirect to TLS where there is none',
    answer: (socket, head) => to(`https://${/Host: (\S+)/i.exec(head)?.[1]}/`)(socket),
    request,
    expected: 'tls',
  },
  {
    name: 'a redirect with a user in it',
    answer: (socket, head) => once(`http://u:p@${/Host: (\S+)/i.exec(head)?.[1]}/end`)(socket, head),
    request,
    expected: 200,
  },
  { name: '300 with a Location', answer: once('/end', 300), request, expected: 200 },
  { name: '304 with a Location', answer: once('/end', 304), request, expected: 200 },
  { name: '305 with a Location', answer: once('/end', 305), request, expected: 200 },
  { name: '201 with a Location', answer: once('/end', 201), request, expected: 201 },
  {
    name: 'a redirect whose body does not end',
    answer: (socket, head) =>
      /^\S+ \/ /.test(head)
        ? void socket.write('HTTP/1.1 302 Found\r\nLocation: /end\r\nContent-Length: 100\r\n\r\nshort')
        : reply(`${ok}Content-Length: 0\r\n\r\n`)(socket),
    request: { follow: 3, timeoutSeconds: 5 },
    expected: {
      curl: 'timeout',
      postman: 200,
      because: 'curl reads the body of a redirect before it follows; Postman leaves it',
    },
  },
  {
    name: 'a redirect whose end resets',
    answer: (socket, head) => (/^\S+ \/ /.test(head) ? to('/end')(socket) : socket.resetAndDestroy()),
    request,
    expected: 'protocol',
  },
];
