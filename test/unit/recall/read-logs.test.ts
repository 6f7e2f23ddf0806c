import { describe, expect, it } from 'vitest';
import { errorOf } from '../parse/error-of.ts';
import { eventOf, noteCodes, recall, responseOf, sendingMessage } from './recall-world.ts';

const options = {
  url: 'https://api.example.com/users',
  params: {},
  body: null,
  headers: { 'content-type': 'application/json', Authorization: `Bearer ${'*'.repeat(16)}`, 'Content-Type': null },
  method: 'get',
};
const message = sendingMessage(options);
const entry = (id: number, text: string, more: Record<string, unknown> = {}) => ({
  id,
  level: 3,
  message: text,
  created_at: '2026-11-24T11:00:00Z',
  inbound_event: null,
  ...more,
});

describe('the rendered request', () => {
  it.each([
    ['a message as text', message],
    ['a message object', { message }],
    ['a list', [{ message }]],
    ['an API answer', { action_logs: [entry(1, message)], meta: {} }],
    ['the API answer as text', JSON.stringify({ action_logs: [entry(1, message)] })],
    ['the options alone', options],
    ['pasted with other lines', `11:00 INFO\n${message}\nFailed with 500 status code`],
    ['another layout', message.replaceAll('\n', '\r\n\t').replace('with options:', ' with  options :\u00a0')],
    [
      'a Ruby hash',
      'Sending request to x with options:\n{"url"=>"https://api.example.com/users", :params=>{}, "body"=>nil, "headers"=>{"content-type"=>"application/json", "Authorization"=>"Bearer ****************", "Content-Type"=>nil}, :method=>:get}',
    ],
    [
      'a Ruby 3.4 hash',
      'Sending request to x with options: {url: "https://api.example.com/users", params: {}, headers: {"content-type" => "application/json", "Authorization" => "Bearer ****************",}, body: nil, method: :get}',
    ],
  ])('is read from %s', (_, log) => {
    expect(recall({ logs: [log] }).logged).toEqual({
      method: 'GET',
      url: 'https://api.example.com/users',
      params: expect.objectContaining({ kind: 'object', members: [] }),
      body: expect.objectContaining({ kind: 'null' }),
      headers: [
        ['content-type', 'application/json'],
        ['Authorization', `Bearer ${'*'.repeat(16)}`],
      ],
    });
  });

  it('keeps digits, escapes and braces inside of strings', () => {
    const { logged } = recall({
      logs: [`Sending request to x with options: {"url":"u}{","body":{"n":1.0,"t":"\\u00e9 \\"}\\n"},"method":"post"}`],
    });
    expect(logged?.url).toBe('u}{');
    expect(logged?.body).toMatchObject({ members: [{ value: { text: '1.0' } }, { value: { value: 'é "}\n' } }] });
  });

  it('reads the escapes of a Ruby string', () => {
    const { logged } = recall({
      logs: ['Sending request to x with options: {"url"=>"a\\#{b}\\e\\u{1f600}\\x41\\t", "method"=>"get"}'],
    });
    expect(logged?.url).toBe('a#{b}\u001b😀A\t');
  });

  it('that is cut off is not used, and said so', () => {
    const recollection = recall({ logs: [message.slice(0, -20)] });
    expect(recollection.logged).toBeUndefined();
    expect(noteCodes(recollection)).toEqual(['log-cut-off']);
  });

  it('that is no JSON is not used, and said so', () => {
    expect(noteCodes(recall({ logs: ['Sending request to x with options: {"url": oops }'] }))).toEqual(['log-unreadable']);
  });

  it('is the one of the run that is compared', () => {
    const of = (url: string, id: number, more: Record<string, unknown>) => entry(id, sendingMessage({ ...options, url }), more);
    const logs = [
      of('https://third', 3, { created_at: '2026-11-24T11:30:00Z' }),
      of('https://second', 2, { created_at: '2026-11-24T10:59:59Z' }),
      of('https://first', 1, { created_at: '2026-11-24T10:00:00Z' }),
    ];
    const events = [eventOf({ status: 401, body: '' })];
    expect(recall({ events, logs: [logs] }).logged?.url).toBe('https://second');
    const named = of('https://named', 4, { created_at: '2026-11-24T09:00:00Z', inbound_event: { id: 500 } });
    expect(recall({ events, logs: [[...logs, named]] }).logged?.url).toBe('https://named');
    const late = recall({ events, logs: [[logs[0]]] });
    expect(late.logged).toBeUndefined();
    expect(noteCodes(late)).toContain('log-of-other-run');
  });

  it('is missing with a note where the log is empty or shows none', () => {
    expect(noteCodes(recall({ logs: [{ action_logs: [], meta: {} }] }))).toEqual(['no-log']);
    expect(noteCodes(recall({ logs: [[entry(1, 'Emitting event')]] }))).toEqual(['no-request-in-log']);
  });

  it.each([7, { hello: 1 }, [[1]], { message: 5 }, 'a shopping list'])('is refused where the file is no log: %j', (log) => {
    const error = errorOf(() => recall({ logs: [log] }));
    expect(error.code).toBe('log');
    expect(error.details.hint).toContain('Sending request to');
    expect(error.details.source?.file).toBe('log.json');
  });
});

describe('failure lines', () => {
  it.each([
    ['Failed with 500 status code', 500, 'status'],
    ['Failed with status 404', 404, 'status'],
    ['execution expired', 0, 'timeout'],
    ['Net::ReadTimeout with #<TCPSocket:(closed)>', 0, 'timeout'],
    ['Request timed out: Failed to open TCP connection to 10.0.0.1 (execution expired)', 0, 'timeout'],
    ['Failed to open TCP connection to api.example.com:443 (getaddrinfo: Name or service not known)', 0, 'dns'],
    ['Couldn’t resolve host name', 0, 'dns'],
    ['Failed to open TCP connection (Connection refused - connect(2))', 0, 'connect'],
    ['SSL_connect returned=1 errno=0 state=error: certificate verify failed', 0, 'tls'],
    ['Invalid URL', 0, 'invalid-url'],
    ['Invalid Options: method', 0, 'invalid-options'],
    ['Error evaluating formula: Undefined function FOO', 0, 'formula-error'],
    ['Invalid arguments to CONCAT, expected arrays', 0, 'formula-error'],
    ['The credential acme is restricted to the domain api.acme.example', 0, 'domain-restricted'],
    ['Credential acme cannot be used with the domain evil.example', 0, 'domain-restricted'],
    ['Request blocked by action egress control rules', 0, 'egress-blocked'],
    ['too many redirects; last one to: https://x', 0, 'redirects'],
    ['Something else went wrong', 0, 'error'],
  ])('‹%s› stands for status %i', (text, status, code) => {
    const recollection = recall({ logs: [[entry(2, text, { level: 4 }), entry(1, message)]] });
    expect(recollection.outcome).toMatchObject({ status: 'recorded', response: { status }, at: '2026-11-24T11:00:00.000Z' });
    expect(noteCodes(recollection)).toEqual(['from-log', code]);
    expect(recollection.messages).toEqual([text]);
    expect(recollection.logged?.method).toBe('GET');
  });

  it('are read from a text without levels', () => {
    expect(responseOf(recall({ logs: ['Failed with 503 status code'] })).status).toBe(503);
  });

  it('do not come from information, warnings, or the request itself', () => {
    const trap = sendingMessage({ ...options, body: { note: 'Failed with 500 status code, connection refused' } });
    const recollection = recall({
      logs: [
        [
          entry(1, trap),
          entry(2, 'certificate loaded'),
          entry(3, 'Running in test mode: the test credential is used', { level: 2 }),
        ],
      ],
    });
    expect(recollection.outcome.status).toBe('unknown');
    expect(noteCodes(recollection)).toEqual(['test-credential']);
    expect(recollection.messages).toEqual(['certificate loaded', 'Running in test mode: the test credential is used']);
  });

  it('stand for the outcome where they are newer than every event: timeouts emit none', () => {
    const logs = [[entry(9, 'execution expired', { level: 4, created_at: '2026-11-24T11:20:00Z' })]];
    expect(responseOf(recall({ events: [eventOf({ status: 401, body: '' })], logs })).status).toBe(0);
    expect(responseOf(recall({ events: [eventOf({ status: 200, body: '' })], logs })).status).toBe(0);
    expect(responseOf(recall({ events: [eventOf({ status: 200, body: '' })], logs, run: 'run-1' })).status).toBe(200);
  });

  it('take their data from the event that came in, where the log names it', () => {
    const upstream = { id: 510, agent_id: 20, payload: { start: { id: 'newer' } }, created_at: '2026-11-24T11:19:00Z' };
    const logs = [[entry(9, 'execution expired', { level: 4, created_at: '2026-11-24T11:20:00Z', inbound_event: { id: 510 } })]];
    const { data, outcome } = recall({ events: [eventOf({ status: 200, body: '' }), upstream], logs });
    expect(outcome).toMatchObject({ response: { status: 0 } });
    expect(data.get('start')).toMatchObject({ members: [{ value: { value: 'newer' } }] });
  });

  it('of the same moment as the event leave it the outcome', () => {
    const logs = [[entry(9, 'Failed with 401 status code', { level: 4, created_at: '2026-11-24T11:00:02Z' })]];
    const recollection = recall({ events: [eventOf({ status: 401, headers: { a: 'b' }, body: 'no' })], logs });
    expect(responseOf(recollection).body).toEqual({ kind: 'text', text: 'no' });
    expect(noteCodes(recollection)).toEqual(['no-request-in-log', 'status']);
  });

  it('give the status where customize_output hides it', () => {
    const action = { options: { url: 'https://x.example', customize_output: '=1' } };
    const logs = [[entry(9, 'Failed with 422 status code', { level: 4 })]];
    const recollection = recall({ events: [eventOf(1)], logs, action });
    expect(responseOf(recollection)).toEqual({ status: 422 });
    expect([...recollection.data.keys()]).toEqual(['start']);
  });

  it('of a run that is not there are refused', () => {
    const error = errorOf(() => recall({ logs: [[entry(1, message)]], run: 'run-5' }));
    expect(error.code).toBe('log');
  });
});
