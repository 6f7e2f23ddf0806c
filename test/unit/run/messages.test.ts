import { describe, expect, it } from 'vitest';
import { decodeHeaderText } from '../../../src/run/bodies/decode-header-text.ts';
import { UNSEEN_BODY } from '../../../src/run/bodies/unseen-body.ts';
import { parseSentMessage } from '../../../src/run/curl/parse-sent-message.ts';
import { readCurlExchanges } from '../../../src/run/curl/read-exchanges.ts';
import { readCurlMessages } from '../../../src/run/curl/read-messages.ts';
import { readCurlWriteOut } from '../../../src/run/curl/write-out.ts';

describe('bytes that a client wrote', () => {
  const read = (text: string) => parseSentMessage(Buffer.from(text, 'latin1'), 'http://a/');

  it('are read as a message, with order, case and repeats of the fields', () => {
    const message = read(
      'POST /x?a b HTTP/1.1\r\nHost: a\r\nX-A:1\r\nx-a:  two \r\nX-E:\r\nX-U: caf\u00c3\u00a9\r\n\r\nbody\r\n\r\n',
    );
    expect(message).toMatchObject({ method: 'POST', target: '/x?a b', version: 'HTTP/1.1', url: 'http://a/' });
    expect(message?.headers).toEqual([
      ['Host', 'a'],
      ['X-A', '1'],
      ['x-a', 'two'],
      ['X-E', ''],
      ['X-U', 'café'],
    ]);
    expect(Buffer.from(message?.body ?? []).toString()).toBe('body\r\n\r\n');
  });

  it('are no message before the head is whole', () => {
    expect(read('GET / HTTP/1.1\r\nHost: a\r\n')).toBeUndefined();
  });

  it('lose the chunked coding, up to where it is one', () => {
    const head = 'POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n';
    const body = (text: string) => Buffer.from(read(head + text)?.body ?? []).toString();
    expect(body('5\r\nhello\r\n6;x=y\r\n world\r\n0\r\n\r\n')).toBe('hello world');
    expect(body('5\r\nhello\r\nzz')).toBe('hellozz');
    expect(body('a\r\nhel')).toBe('hel');
  });
});

it('header text is UTF-8 where its bytes are that, and Latin-1 elsewhere', () => {
  expect(decodeHeaderText('caf\u00c3\u00a9')).toBe('café');
  expect(decodeHeaderText('caf\u00e9')).toBe('café');
  expect(decodeHeaderText('plain')).toBe('plain');
});

const messages = (lines: string): string =>
  lines
    .split('\n')
    .map((line) => (/^[<>]/.test(line) ? `${line}\r` : line))
    .join('\n');

describe('what curl says of a transfer', () => {
  it('is read as exchanges, without informational answers and without what a proxy was told', () => {
    const said = messages(`* Connected
> CONNECT a:443 HTTP/1.1
> Host: a:443
> 
< HTTP/1.1 200 Connection established
< 
> GET /x HTTP/1.1
> Host: a
> 
< HTTP/1.1 103 Early Hints
< Link: </a>
< HTTP/2 200 
< X-A: one
<   and two
< HTTP/1.1 500 is a field: 1
< 
{ [5 bytes data]
< X-Trailer: late
* done`);
    const [exchange, ...others] = readCurlMessages(said);
    expect(others).toEqual([]);
    expect(exchange?.sentHead).toBe('GET /x HTTP/1.1\r\nHost: a\r\n\r\n');
    expect(exchange?.received).toEqual({
      version: 'HTTP/2',
      status: 200,
      reason: '',
      headers: [
        ['X-A', 'one and two'],
        ['HTTP/1.1 500 is a field', '1'],
      ],
    });
  });

  it('gives the address of each hop, and a body only to the hop that announced one', () => {
    const said = messages(`> POST /a HTTP/1.1
> Content-Length: 4
> 
< HTTP/1.1 302 Found
< Location: b?c
< 
> GET /b?c HTTP/1.1
> 
< HTTP/1.1 200 OK
< `);
    const end = { exitCode: 0, messages: said, writeOut: '', body: UNSEEN_BODY, milliseconds: 1 };
    const { completed, last } = readCurlExchanges(end, { url: 'http://h/a', body: Buffer.from('body'), uploaded: 0 });
    expect(completed).toMatchObject([
      {
        sent: { url: 'http://h/a', method: 'POST', body: Buffer.from('body') },
        received: { status: 302, body: { incomplete: true } },
      },
    ]);
    expect(last).toMatchObject({ sent: { url: 'http://h/b?c', method: 'GET' }, received: { status: 200 } });
    expect(last?.sent.body).toHaveLength(0);
  });

  it('is nothing where nothing was sent', () => {
    expect(readCurlMessages('* Could not resolve host: a\n')).toEqual([]);
  });

  it('in its last words may be missing', () => {
    const whole = { message: 'Empty reply from server', uploaded: 3, seconds: 0.012, exitCode: 52 };
    expect(readCurlWriteOut('3 0.012000 52 Empty reply from server')).toEqual(whole);
    expect(readCurlWriteOut('0 1.500000 0 ')).toEqual({ message: '', uploaded: 0, seconds: 1.5, exitCode: 0 });
    for (const text of ['', '3', '3 0.01', 'x']) expect(readCurlWriteOut(text)).toEqual({ message: '' });
  });

  it('in its last words does not tell an exit status where curl is older than 7.75', () => {
    const said = "3 0.012000 curl: unknown --write-out variable: 'exitcode'\n curl: unknown --write-out variable: 'errormsg'\n";
    expect(readCurlWriteOut(said)).toEqual({ message: '', uploaded: 3, seconds: 0.012 });
  });
});

it('a head that is cut off is no head, and the case of the status line does not matter', () => {
  const said = (lines: readonly string[]) =>
    readCurlMessages(`> GET / HTTP/1.1\r\n> \r\n${lines.map((line) => `< ${line}\r\n`).join('')}`)[0]?.received;
  expect(said(['HTTP/1.1 200 OK', 'X-A: b'])).toBeUndefined();
  expect(said(['http/1.1 200 ok', 'X-A: b', ''])).toMatchObject({ status: 200, headers: [['X-A', 'b']] });
});
