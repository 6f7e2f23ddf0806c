import { type Certificate, makeAuthority, makeCertificate } from '../support/certificates.ts';
import { type Fault, ok, reply } from './fault.ts';

interface Trust {
  /** Makes both clients trust an authority; PEM. */
  readonly trusting: (authority: string) => NonNullable<Fault['request']>;
}

const answer = reply(`${ok}Content-Length: 2\r\nConnection: close\r\n\r\nhi`);
const DAY = 86_400_000;

/** Faults of TLS. */
export async function makeTlsFaults({ trusting }: Trust): Promise<readonly Fault[]> {
  const [authority, stranger] = [await makeAuthority(), await makeAuthority()];
  const good = await makeCertificate({ issuer: authority });
  const request = trusting(authority.cert);
  const served = (name: string, certificate: Certificate, more: Partial<Fault> = {}): Fault => ({
    name,
    tls: certificate,
    answer,
    request,
    expected: 'tls',
    ...more,
  });
  const plain = (name: string, more: Partial<Fault>): Fault => ({
    name,
    url: (port) => `https://127.0.0.1:${port}/`,
    request,
    expected: 'tls',
    ...more,
  });
  return [
    served('a good certificate, for comparison', good, { expected: 200 }),
    served('a certificate signed by itself', await makeCertificate()),
    served('a certificate of an unknown authority', await makeCertificate({ issuer: stranger })),
    served(
      'a certificate that has expired',
      await makeCertificate({ issuer: authority, from: new Date(Date.now() - 3 * DAY), until: new Date(Date.now() - DAY) }),
    ),
    served(
      'a certificate that is not valid yet',
      await makeCertificate({ issuer: authority, from: new Date(Date.now() + DAY), until: new Date(Date.now() + 3 * DAY) }),
    ),
    served('a certificate for another host', await makeCertificate({ issuer: authority, host: 'other.example' })),
    served('a certificate that may not be checked', await makeCertificate(), {
      request: { ...request, curlLines: ['insecure'], policy: { verifyTls: false } },
      expected: 200,
    }),
    served('TLS 1.1 and no later version', good, {
      tls: { ...good, minVersion: 'TLSv1.1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' },
    }),
    served('no cipher in common', good, { tls: { ...good, maxVersion: 'TLSv1.2', ciphers: 'NULL-SHA256:@SECLEVEL=0' } }),
    served('a certificate wanted of the client', good, {
      tls: { ...good, ca: authority.cert, requestCert: true, rejectUnauthorized: true },
    }),
    served('a connection that is cut after the handshake', good, { answer: (socket) => socket.destroy(), expected: 'protocol' }),
    served('an end without close_notify, within the body', good, {
      answer: (socket) => void socket.write(`${ok}Content-Length: 10\r\n\r\nshort`, () => setTimeout(() => socket.destroy(), 30)),
      expected: 'protocol',
    }),
    served('silence after the handshake', good, {
      answer: () => undefined,
      request: { ...request, timeoutSeconds: 0.4 },
      expected: 'timeout',
    }),
    served('plain HTTP to a port of TLS', good, { url: (port) => `http://127.0.0.1:${port}/`, expected: 'protocol' }),
    plain('TLS to a port of plain HTTP', { hello: (socket) => void socket.end('HTTP/1.1 400 Bad Request\r\n\r\n') }),
    plain('TLS to a mail server', { accept: (socket) => void socket.end('220 mail.example ESMTP ready\r\n') }),
    plain('a handshake that is reset', { hello: (socket) => socket.resetAndDestroy() }),
    plain('a handshake that is closed', { hello: (socket) => socket.end() }),
    plain('a handshake that is cut short', {
      hello: (socket) => void socket.end(Buffer.from([0x16, 3, 3, 0, 0x40, 2, 0, 0, 0x3c, 3, 3])),
    }),
    plain('a handshake of garbage', {
      hello: (socket) => void socket.end(Buffer.from([0x16, 3, 3, 0, 4, 0xff, 0xff, 0xff, 0xff])),
    }),
    plain('an alert in place of a handshake', { hello: (socket) => void socket.end(Buffer.from([0x15, 3, 3, 0, 2, 2, 40])) }),
    plain('silence in place of a handshake', {
      hello: () => undefined,
      request: { ...request, timeoutSeconds: 0.4 },
      expected: 'timeout',
    }),
    {
      name: 'a redirect from TLS to plain HTTP, where TLS is spoken',
      tls: good,
      answer: (socket, head) =>
        reply(
          `HTTP/1.1 302 Found\r\nLocation: http://${/Host: (\S+)/i.exec(head)?.[1]}/\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`,
        )(socket),
      request: { ...request, follow: 3 },
      expected: 'protocol',
    },
  ];
}
