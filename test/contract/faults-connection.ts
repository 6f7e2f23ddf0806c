import { drip, type Fault, ok, reply, replyAndReset } from './fault.ts';

const quick = { timeoutSeconds: 0.4 };

/** Faults of addresses and connections. */
export const connectionFaults: readonly Fault[] = [
  { name: 'nothing listens', url: () => 'http://127.0.0.1:9/', expected: 'connect' },
  { name: 'nothing listens on the IPv6 address', url: () => 'http://[::1]:9/', expected: 'connect' },
  { name: 'the name cannot exist', url: () => 'http://no-such-name.invalid/', expected: 'dns' },
  { name: 'the port is 0', url: () => 'http://127.0.0.1:0/', expected: 'connect' },
  { name: 'the port is 65536', url: () => 'http://127.0.0.1:65536/', expected: 'other' },
  {
    // Not sooner: while curl still waits for its connection, it takes a reset for a refusal.
    name: 'the connection is reset when its first bytes come',
    accept: (socket) => void socket.once('readable', () => socket.resetAndDestroy()),
    expected: 'protocol',
  },
  { name: 'the connection is closed when it is accepted', accept: (socket) => socket.end(), expected: 'protocol' },
  { name: 'silence after the connection is accepted', accept: () => undefined, request: quick, expected: 'timeout' },
  { name: 'silence after the request', answer: () => undefined, request: quick, expected: 'timeout' },
  { name: 'the connection is reset after the request', answer: (socket) => socket.resetAndDestroy(), expected: 'protocol' },
  { name: 'the connection is closed after the request', answer: (socket) => socket.end(), expected: 'protocol' },
  { name: 'a reset within the status line', answer: replyAndReset('HTTP/1.1 20'), expected: 'protocol' },
  { name: 'a reset after the status line', answer: replyAndReset(ok), expected: 'protocol' },
  { name: 'a reset within a header field', answer: replyAndReset(`${ok}Content-Le`), expected: 'protocol' },
  { name: 'a reset within the body', answer: replyAndReset(`${ok}Content-Length: 10\r\n\r\nshort`), expected: 'protocol' },
  { name: 'a reset within a body without length', answer: replyAndReset(`${ok}\r\nshort`), expected: 'protocol' },
  { name: 'a reset after the whole body', answer: replyAndReset(`${ok}Content-Length: 5\r\n\r\nwhole`), expected: 200 },
  { name: 'the connection is closed within a header field', answer: reply(`${ok}Content-Le`), expected: 'protocol' },
  {
    name: 'an answer before the request',
    accept: (socket) => void socket.end(`${ok}Content-Length: 2\r\n\r\nhi`),
    expected: 200,
  },
  {
    name: 'an answer before the body of the request is read',
    answer: reply('HTTP/1.1 413 Too Large\r\nContent-Length: 2\r\nConnection: close\r\n\r\nno'),
    request: { method: 'POST', body: Buffer.alloc(300_000, 'a') },
    expected: 413,
  },
  {
    name: 'a status line that drips',
    answer: drip('', (index) => `${ok}X: y`[index] ?? 'y'),
    request: quick,
    expected: 'timeout',
  },
  { name: 'header fields that drip for ever', answer: drip(ok, () => 'X-A: b\r\n'), request: quick, expected: 'timeout' },
  {
    name: 'a body that drips',
    answer: drip(`${ok}Content-Length: 100000\r\n\r\n`, () => 'a'),
    request: quick,
    expected: 'timeout',
  },
  {
    name: 'chunks that drip',
    answer: drip(`${ok}Transfer-Encoding: chunked\r\n\r\n`, () => '1\r\na\r\n'),
    request: quick,
    expected: 'timeout',
  },
  {
    name: 'interim answers that drip',
    answer: drip('', () => 'HTTP/1.1 102 Processing\r\n\r\n'),
    request: quick,
    expected: 'timeout',
  },
];
