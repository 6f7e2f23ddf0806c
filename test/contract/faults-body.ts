import zlib from 'node:zlib';
import { type Fault, flood, ok, reply, replyAndWait } from './fault.ts';

const chunked = `${ok}Transfer-Encoding: chunked\r\n\r\n`;
const length = (value: string, body = 'hello'): ReturnType<typeof reply> => reply(`${ok}Content-Length: ${value}\r\n\r\n${body}`);
const coded = (coding: string, body: Uint8Array): ReturnType<typeof reply> =>
  reply(`${ok}Content-Encoding: ${coding}\r\nContent-Length: ${body.length}\r\n\r\n`, body);
const text = Buffer.from('some text, some text, some text');
const small = { maxBodyBytes: 1e6 };
const quick = { timeoutSeconds: 0.4 };

const LENGTH = 'curl reads the last field as far as it is a number; Node wants one field with digits alone';
const MORE = 'Node takes what follows the end of an answer for the beginning of another, and fails; curl closes the connection';
const TRANSFER =
  'curl undoes Transfer-Encoding as it does Content-Encoding, and fails at one it does not know; Node does so for chunks alone';
/** Faults of bodies: their framing, their content coding, their contents. */
export const bodyFaults: readonly Fault[] = [
  { name: 'a body shorter than announced', answer: length('100'), expected: 'protocol' },
  { name: 'a body longer than announced', answer: length('2'), expected: { curl: 200, postman: 'protocol', because: MORE } },
  {
    name: 'the same Content-Length twice',
    answer: length('5\r\nContent-Length: 5'),
    expected: { curl: 200, postman: 'protocol', because: LENGTH },
  },
  {
    name: 'two different Content-Lengths',
    answer: length('5\r\nContent-Length: 3'),
    expected: { curl: 200, postman: 'protocol', because: LENGTH },
  },
  {
    name: 'a list of the same Content-Length',
    answer: length('5, 5'),
    expected: { curl: 200, postman: 'protocol', because: LENGTH },
  },
  { name: 'a negative Content-Length', answer: length('-5'), expected: 'protocol' },
  { name: 'a Content-Length that is no number', answer: length('five'), expected: 'protocol' },
  { name: 'an empty Content-Length', answer: length(''), expected: 'protocol' },
  { name: 'a Content-Length with a plus', answer: length('+5'), expected: { curl: 200, postman: 'protocol', because: LENGTH } },
  {
    name: 'a Content-Length in hexadecimal',
    answer: length('0x5'),
    expected: { curl: 200, postman: 'protocol', because: LENGTH },
  },
  { name: 'a Content-Length beyond 64 bits', answer: length('99999999999999999999999'), expected: 'too-large' },
  { name: 'a Content-Length of exabytes', answer: length('9223372036854775807'), expected: 'too-large' },
  {
    name: 'Content-Length and chunks',
    answer: reply(`${ok}Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n`),
    expected: 200,
  },
  {
    name: 'an unknown Transfer-Encoding',
    answer: reply(`${ok}Transfer-Encoding: rot13\r\n\r\nuryyb`),
    expected: { curl: 'protocol', postman: 200, because: TRANSFER },
  },
  {
    name: 'chunks announced twice',
    answer: reply(`${ok}Transfer-Encoding: chunked, chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n`),
    expected: 200,
  },
  {
    name: 'gzip as a Transfer-Encoding',
    answer: reply(`${ok}Transfer-Encoding: gzip, chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n`),
    expected: { curl: 'protocol', postman: 200, because: TRANSFER },
  },
  { name: 'a chunk size that is no number', answer: reply(`${chunked}zz\r\nhello\r\n0\r\n\r\n`), expected: 'protocol' },
  { name: 'a negative chunk size', answer: reply(`${chunked}-5\r\nhello\r\n0\r\n\r\n`), expected: 'protocol' },
  {
    name: 'a chunk size beyond 64 bits',
    answer: reply(`${chunked}fffffffffffffffff\r\nhello\r\n0\r\n\r\n`),
    expected: 'protocol',
  },
  { name: 'a chunk longer than its size', answer: reply(`${chunked}3\r\nhello\r\n0\r\n\r\n`), expected: 'protocol' },
  { name: 'an end within a chunk', answer: reply(`${chunked}64\r\nshort`), expected: 'protocol' },
  { name: 'no last chunk', answer: reply(`${chunked}5\r\nhello\r\n`), expected: 'protocol' },
  { name: 'a last chunk without its empty line', answer: reply(`${chunked}5\r\nhello\r\n0\r\n`), expected: 'protocol' },
  { name: 'extensions of chunks', answer: reply(`${chunked}5;a=b;c="d e"\r\nhello\r\n0;x\r\n\r\n`), expected: 200 },
  {
    name: 'an extension of 200 kB',
    answer: reply(`${chunked}5;${'a'.repeat(200_000)}\r\nhello\r\n0\r\n\r\n`),
    expected: { curl: 200, postman: 'protocol', because: 'Node takes 16 kB of extensions' },
  },
  { name: 'trailers', answer: reply(`${chunked}5\r\nhello\r\n0\r\nX-T: end\r\n\r\n`), expected: 200 },
  { name: 'trailers without a colon', answer: reply(`${chunked}5\r\nhello\r\n0\r\nno colon\r\n\r\n`), expected: 'protocol' },
  {
    name: 'trailers for ever',
    answer: flood(`${chunked}5\r\nhello\r\n0\r\n`, `X-T: ${'a'.repeat(1000)}\r\n`),
    request: { timeoutSeconds: 5 },
    expected: { curl: 'timeout', postman: 'too-large', because: 'curl reads trailers until its time is over' },
  },
  {
    name: 'a body that stops',
    answer: replyAndWait(`${ok}Content-Length: 100\r\n\r\nshort`),
    request: quick,
    expected: 'timeout',
  },
  { name: 'chunks that stop', answer: replyAndWait(`${chunked}5\r\nhello\r\n`), request: quick, expected: 'timeout' },
  {
    name: 'more announced than is taken',
    answer: replyAndWait(`${ok}Content-Length: 100000000\r\n\r\n${'a'.repeat(5000)}`),
    request: small,
    expected: 'too-large',
  },
  { name: 'a body for ever', answer: flood(`${ok}\r\n`, 'a'.repeat(1024)), request: small, expected: 'too-large' },
  { name: 'chunks for ever', answer: flood(chunked, `400\r\n${'a'.repeat(1024)}\r\n`), request: small, expected: 'too-large' },
  {
    name: 'chunks of one byte for ever',
    answer: flood(chunked, '1\r\na\r\n'.repeat(1000)),
    request: { maxBodyBytes: 1e5 },
    expected: 'too-large',
  },
  {
    name: 'a body of 3 MB packed into 3 kB, with a limit',
    answer: coded('gzip', zlib.gzipSync(Buffer.alloc(3e6))),
    request: small,
    expected: 'too-large',
  },
  { name: 'a bomb of gzip', answer: coded('gzip', zlib.gzipSync(Buffer.alloc(2e7))), expected: 'too-large' },
  { name: 'a bomb of brotli', answer: coded('br', zlib.brotliCompressSync(Buffer.alloc(2e7))), expected: 'too-large' },
  { name: 'text that is called gzip', answer: coded('gzip', text), expected: 'protocol' },
  { name: 'text that is called brotli', answer: coded('br', text), expected: 'protocol' },
  { name: 'text that is called deflate', answer: coded('deflate', text), expected: 'protocol' },
  {
    name: 'gzip with a wrong checksum',
    answer: coded('gzip', Buffer.concat([zlib.gzipSync(text).subarray(0, -8), Buffer.alloc(8)])),
    expected: 'protocol',
  },
  { name: 'gzip that ends early', answer: coded('gzip', zlib.gzipSync(text).subarray(0, -10)), expected: 200 },
  { name: 'brotli that ends early', answer: coded('br', zlib.brotliCompressSync(text).subarray(0, -4)), expected: 'protocol' },
  {
    name: 'gzip with something behind it',
    answer: coded('gzip', Buffer.concat([zlib.gzipSync(text), Buffer.from('more')])),
    expected: 'protocol',
  },
  {
    name: 'two members of gzip',
    answer: coded('gzip', Buffer.concat([zlib.gzipSync(text), zlib.gzipSync(text)])),
    expected: 200,
  },
  { name: 'an empty body that is called gzip', answer: coded('gzip', Buffer.alloc(0)), expected: 200 },
  { name: 'an unknown content coding', answer: coded('rot13', text), expected: 200 },
  { name: 'gzip in gzip', answer: coded('gzip, gzip', zlib.gzipSync(zlib.gzipSync(text))), expected: 200 },
  { name: 'x-gzip', answer: coded('x-gzip', zlib.gzipSync(text)), expected: 200 },
  { name: 'Content-Encoding twice', answer: coded('gzip\r\nContent-Encoding: gzip', zlib.gzipSync(text)), expected: 200 },
  { name: 'an empty Content-Encoding', answer: coded('', text), expected: 200 },
  { name: 'brotli that nobody asked for', answer: coded('br', zlib.brotliCompressSync(text)), expected: 200 },
  { name: 'deflate without its header', answer: coded('deflate', zlib.deflateRawSync(text)), expected: 200 },
  {
    name: 'a body that is no UTF-8',
    answer: reply(
      `${ok}Content-Type: application/json; charset=utf-8\r\nContent-Length: 4\r\n\r\n`,
      Buffer.from([0xff, 0xfe, 0, 0x80]),
    ),
    expected: 200,
  },
  {
    name: 'a byte order mark',
    answer: reply(`${ok}Content-Type: application/json\r\n\r\n`, Buffer.from('\ufeff{"a":1}')),
    expected: 200,
  },
  {
    name: 'a charset that does not exist',
    answer: reply(`${ok}Content-Type: text/plain; charset=klingon\r\n\r\nhi`),
    expected: 200,
  },
  { name: 'JSON that ends early', answer: reply(`${ok}Content-Type: application/json\r\n\r\n{"a":`), expected: 200 },
  {
    name: '204 with a body',
    answer: reply('HTTP/1.1 204 No Content\r\nContent-Length: 5\r\n\r\nhello'),
    expected: { curl: 204, postman: 'protocol', because: MORE },
  },
  {
    name: '204 with chunks',
    answer: reply('HTTP/1.1 204 No Content\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n'),
    expected: { curl: 204, postman: 'protocol', because: MORE },
  },
  {
    name: '304 with a body',
    answer: reply('HTTP/1.1 304 Not Modified\r\nContent-Length: 5\r\n\r\nhello'),
    expected: { curl: 304, postman: 'protocol', because: MORE },
  },
  {
    name: 'HEAD with a body',
    answer: reply(`${ok}Content-Length: 5\r\n\r\nhello`),
    request: { method: 'HEAD' },
    expected: { curl: 200, postman: 'protocol', because: MORE },
  },
  { name: '205 with a body', answer: reply('HTTP/1.1 205 Reset Content\r\nContent-Length: 5\r\n\r\nhello'), expected: 205 },
  {
    name: '206 that nobody asked for',
    answer: reply('HTTP/1.1 206 Partial Content\r\nContent-Range: bytes 0-4/99\r\nContent-Length: 5\r\n\r\nhello'),
    expected: 206,
  },
  {
    name: '401 with a challenge that is nonsense',
    answer: reply('HTTP/1.1 401 No\r\nWWW-Authenticate: ,,,"=\r\nContent-Length: 2\r\n\r\nno'),
    expected: 401,
  },
  {
    name: '407 without a proxy',
    answer: reply('HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic\r\nContent-Length: 2\r\n\r\nno'),
    expected: 407,
  },
  {
    name: '417 to a body',
    answer: reply('HTTP/1.1 417 Expectation Failed\r\nContent-Length: 2\r\n\r\nno'),
    request: { method: 'POST', body: Buffer.from('a') },
    expected: 417,
  },
  { name: '421', answer: reply('HTTP/1.1 421 Misdirected Request\r\nContent-Length: 2\r\n\r\nno'), expected: 421 },
];
