import { type Fault, flood, ok, reply, replyAndWait } from './fault.ts';

const short = 'Content-Length: 2\r\n\r\nhi';
const quick = { timeoutSeconds: 0.4 };

const NAMES = 'curl takes anything before the first colon for a name; Node wants a token';
/** Faults of status lines and header fields. */
export const headFaults: readonly Fault[] = [
  { name: 'garbage', answer: reply(Buffer.from([0, 1, 2, 0xff, 13, 10, 13, 10])), expected: 'protocol' },
  { name: 'the greeting of a mail server', answer: reply('220 mail.example ESMTP ready\r\n'), expected: 'protocol' },
  { name: 'HTTP/0.9', answer: reply('<html>old</html>'), expected: 'protocol' },
  { name: 'HTTP/1.0', answer: reply(`HTTP/1.0 200 OK\r\n${short}`), expected: 200 },
  { name: 'HTTP/3.7', answer: reply(`HTTP/3.7 200 OK\r\n${short}`), expected: 'protocol' },
  { name: 'HTTP/1.9', answer: reply(`HTTP/1.9 200 OK\r\n${short}`), expected: 'protocol' },
  {
    name: 'HTTP/2 in clear',
    answer: reply(`HTTP/2 200 OK\r\n${short}`),
    expected: { curl: 200, postman: 'protocol', because: 'curl looks at the first digit of the version only' },
  },
  {
    name: 'a status line in lower case',
    answer: reply(`http/1.1 200 ok\r\n${short}`),
    expected: { curl: 200, postman: 'protocol', because: 'curl does not mind the case' },
  },
  { name: 'a status line of ICY', answer: reply(`ICY 200 OK\r\n${short}`), expected: 'protocol' },
  {
    name: 'an empty line first',
    answer: reply(`\r\n${ok}${short}`),
    expected: { curl: 'protocol', postman: 200, because: 'curl takes the line for the beginning of HTTP/0.9, which is refused' },
  },
  { name: 'a status without a reason', answer: reply(`HTTP/1.1 200\r\n${short}`), expected: 200 },
  { name: 'a status without a number', answer: reply(`HTTP/1.1 OK\r\n${short}`), expected: 'protocol' },
  { name: 'status 20', answer: reply(`HTTP/1.1 20 OK\r\n${short}`), expected: 'protocol' },
  { name: 'status 000', answer: reply(`HTTP/1.1 000 Nothing\r\n${short}`), expected: 'protocol' },
  { name: 'status 099', answer: reply(`HTTP/1.1 099 Low\r\n${short}`), expected: 'protocol' },
  { name: 'status 600', answer: reply(`HTTP/1.1 600 High\r\n${short}`), expected: 600 },
  { name: 'status 999', answer: reply(`HTTP/1.1 999 Denied\r\n${short}`), expected: 999 },
  { name: 'status 1000', answer: reply(`HTTP/1.1 1000 Many\r\n${short}`), expected: 'protocol' },
  { name: 'status -200', answer: reply(`HTTP/1.1 -200 OK\r\n${short}`), expected: 'protocol' },
  { name: '100 that nobody asked for', answer: reply(`HTTP/1.1 100 Continue\r\n\r\n${ok}${short}`), expected: 200 },
  {
    name: '103 and then nothing',
    answer: replyAndWait('HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n'),
    request: quick,
    expected: 'timeout',
  },
  { name: '103 and then the end', answer: reply('HTTP/1.1 103 Early Hints\r\n\r\n'), expected: 'protocol' },
  {
    name: '101 that nobody asked for',
    answer: reply('HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\nxxxx'),
    expected: 'protocol',
  },
  {
    name: 'a flood of interim answers',
    answer: flood('', 'HTTP/1.1 102 Processing\r\n\r\n'.repeat(100)),
    expected: 'too-large',
  },
  { name: 'a header field without a colon', answer: reply(`${ok}no colon here\r\n${short}`), expected: 'protocol' },
  {
    name: 'a header field without a name',
    answer: reply(`${ok}: value\r\n${short}`),
    expected: { curl: 200, postman: 'protocol', because: NAMES },
  },
  {
    name: 'a space before the colon',
    answer: reply(`${ok}X-A : b\r\n${short}`),
    expected: { curl: 200, postman: 'protocol', because: NAMES },
  },
  {
    name: 'a space in a header name',
    answer: reply(`${ok}X A: b\r\n${short}`),
    expected: { curl: 200, postman: 'protocol', because: NAMES },
  },
  { name: 'NUL in a header value', answer: reply(`${ok}X-A: a\0b\r\n${short}`), expected: 'protocol' },
  { name: 'an escape sequence in a header value', answer: reply(`${ok}X-A: \x1b[31mred\r\n${short}`), expected: 200 },
  {
    name: 'CR in a header value',
    answer: reply(`${ok}X-A: a\rb\r\n${short}`),
    expected: { curl: 200, postman: 'protocol', because: 'Node takes CR for the end of the line even where it is lenient' },
  },
  { name: 'lines that end with LF alone', answer: reply('HTTP/1.1 200 OK\nContent-Length: 2\n\nhi'), expected: 200 },
  { name: 'bytes that are no UTF-8 in a header value', answer: reply(`${ok}X-A: \xff\xfe\r\n${short}`), expected: 200 },
  { name: 'bytes that are no UTF-8 in the reason', answer: reply(`HTTP/1.1 200 \xff\xfe\r\n${short}`), expected: 200 },
  { name: 'a folded header field', answer: reply(`${ok}X-A: a\r\n b\r\n${short}`), expected: 200 },
  {
    name: 'a first header field that is folded',
    answer: reply(`${ok} X-A: a\r\n${short}`),
    expected: { curl: 'protocol', postman: 200, because: 'curl has no field to go on with; Node drops the line' },
  },
  {
    name: 'a header value of 200 kB',
    answer: reply(`${ok}X-A: ${'a'.repeat(200_000)}\r\n${short}`),
    expected: { curl: 'too-large', postman: 200, because: 'curl keeps no line of more than 100 kB' },
  },
  { name: 'a header value of 1 MB', answer: reply(`${ok}X-A: ${'a'.repeat(1_000_000)}\r\n${short}`), expected: 'too-large' },
  { name: 'a header name of 1 MB', answer: reply(`${ok}${'a'.repeat(1_000_000)}: b\r\n${short}`), expected: 'too-large' },
  { name: '10,000 header fields', answer: reply(`${ok}${'X-A: b\r\n'.repeat(10_000)}${short}`), expected: 200 },
  { name: 'header fields for ever', answer: flood(ok, `X-A: ${'b'.repeat(1000)}\r\n`), expected: 'too-large' },
  { name: 'a reason of 1 MB', answer: reply(`HTTP/1.1 200 ${'a'.repeat(1_000_000)}\r\n${short}`), expected: 'too-large' },
  {
    name: 'a Set-Cookie that is nonsense',
    answer: reply(`${ok}Set-Cookie: ;;;=\x01;Domain=..\r\n${short}`),
    expected: 200,
  },
  { name: 'an unknown Upgrade', answer: reply(`${ok}Upgrade: h9\r\nConnection: Upgrade\r\n${short}`), expected: 200 },
];
