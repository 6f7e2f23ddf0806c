/** Small collections, one for each thing that a collection of others may use; by file name. `origin` is an echo server's. */
export function foreignCollections(origin: string): Readonly<Record<string, unknown>> {
  return { ...flow(origin), ...sending(origin), ...bodies(origin), ...shapes(origin), ...failing(origin) };
}

const schema = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json';
const ok = 'pm.test("ok", () => pm.response.to.have.status(200));';

function test(...exec: readonly string[]): unknown {
  return { listen: 'test', script: { exec } };
}

function before(...exec: readonly string[]): unknown {
  return { listen: 'prerequest', script: { exec } };
}

function equal(expression: string, value: unknown): string {
  return `pm.test(${JSON.stringify(expression)}, () => pm.expect(${expression}).to.eql(${JSON.stringify(value)}));`;
}

function item(name: string, request: unknown, ...event: readonly unknown[]): object {
  return { name, request, event };
}

function collection(items: readonly unknown[], more: object = {}): object {
  return { info: { name: 'Of others', schema }, item: items, ...more };
}

const never = test('pm.test("never", () => pm.expect.fail());');

function flow(origin: string): Readonly<Record<string, unknown>> {
  const echo = `${origin}/echo`;
  return {
    'scripts-that-send': collection([
      item(
        'a',
        echo,
        before(`pm.sendRequest("${echo}?x=1", (error, response) => pm.environment.set("x", response.json().query.x));`),
        test(equal('pm.environment.get("x")', '1')),
      ),
    ]),
    jumps: collection([
      item('a', echo, test('postman.setNextRequest("c");')),
      item('b', echo, never),
      item('c', echo, test('pm.execution.setNextRequest(null);')),
      item('d', echo, never),
    ]),
    'loop-that-fails-the-second-time': collection([
      item(
        'a',
        echo,
        test(
          'const n = (pm.environment.get("n") ?? 0) + 1; pm.environment.set("n", n);',
          'if (n < 3) postman.setNextRequest("a"); pm.test("n", () => pm.expect(n).to.not.eql(2));',
        ),
      ),
    ]),
    skips: collection([item('a', echo, before('pm.execution.skipRequest();'), never), item('b', echo)]),
    'scripts-of-folders': collection(
      [
        {
          name: 'f',
          event: [before('pm.variables.set("v", "folder");'), test(ok)],
          item: [
            item('a', `${echo}?v={{v}}&c={{c}}`, test(equal('pm.response.json().query', { v: 'folder', c: 'top' }))),
            { name: 'g', item: [item('b', `${origin}/status/404`)] },
          ],
        },
      ],
      { event: [before('pm.variables.set("c", "top");')] },
    ),
    'authentication-from-above': collection(
      [
        item('inherited', `${origin}/basic`, test(ok)),
        item(
          'none',
          { method: 'GET', url: `${origin}/basic`, auth: { type: 'noauth' } },
          test('pm.test("401", () => pm.response.to.have.status(401));'),
        ),
        {
          name: 'folder',
          auth: { type: 'bearer', bearer: [{ key: 'token', value: 'made-up' }] },
          item: [item('bearer', echo, test(equal('pm.response.json().headers.authorization', 'Bearer made-up')))],
        },
      ],
      {
        auth: {
          type: 'basic',
          basic: [
            { key: 'username', value: '{{user}}' },
            { key: 'password', value: 'pass' },
          ],
        },
        variable: [{ key: 'user', value: 'user' }],
      },
    ),
    cookies: collection([
      item('set', `${origin}/cookies/set?a=1&b=2`, test(equal('pm.cookies.get("a")', '1'))),
      item('sent', echo, test(equal('pm.response.json().headers.cookie', 'a=1; b=2'))),
    ]),
  };
}

function sending(origin: string): Readonly<Record<string, unknown>> {
  const echo = `${origin}/echo`;
  return {
    variables: collection(
      [
        item(
          'a',
          {
            method: '{{m}}',
            url: {
              raw: '{{base}}/:part?q={{q}}',
              host: ['{{base}}'],
              path: [':part'],
              query: [{ key: 'q', value: '{{outer}}' }],
              variable: [{ key: 'part', value: 'echo' }],
            },
            header: [{ key: 'X-{{q}}', value: '{{q}}' }],
          },
          test(equal('pm.response.json().query.q', 'in'), equal('pm.response.json().headers["x-in"]', 'in')),
        ),
      ],
      {
        variable: [
          { key: 'base', value: origin },
          { key: 'm', value: 'GET' },
          { key: 'outer', value: '{{q}}' },
          { key: 'q', value: 'in' },
        ],
      },
    ),
    'switched-off': collection([
      item(
        'a',
        {
          method: 'GET',
          url: {
            raw: echo,
            protocol: 'http',
            host: new URL(origin).hostname,
            port: new URL(origin).port,
            path: ['echo'],
            query: [
              { key: 'a', value: '1' },
              { key: 'b', value: '2', disabled: true },
            ],
          },
          header: [
            { key: 'X-A', value: '1' },
            { key: 'X-B', value: '2', disabled: true },
          ],
        },
        test(equal('pm.response.json().query', { a: '1' }), equal('"x-b" in pm.response.json().headers', false)),
      ),
    ]),
    redirects: collection([
      item('followed', `${origin}/redirect/2`, test(ok)),
      {
        ...item('not followed', `${origin}/redirect/1`, test('pm.test("302", () => pm.response.to.have.status(302));')),
        protocolProfileBehavior: { followRedirects: false },
      },
      item('too many', `${origin}/redirect/20`),
    ]),
    methods: collection(
      ['PUT', 'OPTIONS', 'HEAD', 'PROPFIND', 'DELETE'].map((method) => item(method, { method, url: echo }, test(ok))),
    ),
    statuses: collection([204, 304, 400, 500].map((status) => item(`${status}`, `${origin}/status/${status}`))),
  };
}

function bodies(origin: string): Readonly<Record<string, unknown>> {
  const post = (body: unknown, header: readonly unknown[] = []) => ({ method: 'POST', url: `${origin}/echo`, header, body });
  const plain = [{ key: 'Content-Type', value: 'text/plain' }];
  return {
    urlencoded: collection([
      item(
        'a',
        post({
          mode: 'urlencoded',
          urlencoded: [
            { key: 'a', value: '1 &ü' },
            { key: 'b', value: '2', disabled: true },
          ],
        }),
        test(equal('pm.response.json().body', 'a=1%20%26%C3%BC')),
      ),
    ]),
    graphql: collection([
      item(
        'a',
        post({ mode: 'graphql', graphql: { query: '{ a }', variables: '{"id": 1}' } }),
        test(equal('JSON.parse(pm.response.json().body)', { query: '{ a }', variables: { id: 1 } })),
      ),
    ]),
    files: collection([
      item(
        'body',
        post({ mode: 'file', file: { src: 'upload.txt' } }, plain),
        test(equal('pm.response.json().body', 'of a file\n')),
      ),
      item(
        'form',
        post({
          mode: 'formdata',
          formdata: [
            { key: 'text', value: '1', type: 'text' },
            { key: 'file', src: 'upload.txt', type: 'file' },
          ],
        }),
        test(
          'pm.test("both", () => pm.expect(pm.response.json().body).to.match(/name="text"[\\s\\S]*filename="upload.txt"[\\s\\S]*of a file/));',
        ),
      ),
      item('missing', post({ mode: 'file', file: { src: 'missing.txt' } }, plain), test(equal('pm.response.json().body', ''))),
    ]),
  };
}

function shapes(origin: string): Readonly<Record<string, unknown>> {
  const echo = `${origin}/echo`;
  return {
    empty: collection([]),
    'empty-folder': collection([{ name: 'f', item: [] }]),
    'mark-of-byte-order': `\ufeff${JSON.stringify(collection([item('a', echo, test(ok))]))}`,
    wrapped: { collection: collection([item('a', echo, test(ok))]) },
    'version-2.0': {
      info: { name: '2.0', schema: 'https://schema.getpostman.com/json/collection/v2.0.0/collection.json' },
      item: [
        item(
          'a',
          { url: `${origin}/basic`, auth: { type: 'basic', basic: { username: 'user', password: 'pass' } }, header: 'X-A: 1' },
          test(ok, equal('pm.response.json().headers["x-a"]', '1')),
        ),
      ],
    },
    'version-1': {
      id: 'c',
      name: 'Version 1',
      order: ['two'],
      folders: [{ id: 'f', name: 'F', order: ['one'] }],
      requests: [
        { id: 'two', name: 'two', url: echo, method: 'GET', tests: 'tests["no"] = false;' },
        {
          id: 'one',
          name: 'one',
          url: echo,
          method: 'GET',
          headers: 'X-A: 1',
          tests: 'tests["ok"] = responseCode.code === 200;',
        },
      ],
    },
    names: collection([
      item('名前 🚀 / "q"\n<b>', echo, test('pm.test("тест ]]>", () => pm.expect(1).to.eql(2));')),
      item('', echo),
      { request: echo },
    ]),
    'request-as-text': collection([{ name: 'a', request: echo, event: [{ listen: 'test', script: { exec: ok } }] }]),
  };
}

function failing(origin: string): Readonly<Record<string, unknown>> {
  const echo = `${origin}/echo`;
  return {
    'scripts-that-fail': collection([
      item('before', echo, before('throw new Error("early");')),
      item('syntax', echo, test('pm.test("x", => {')),
      item('text', echo, test('throw "text";')),
      item('late', echo, test('setTimeout(() => pm.test("late", () => pm.expect(1).to.eql(2)), 20);')),
      item('fine', echo),
    ]),
    'script-that-sends-to-nobody': collection([item('a', echo, before('pm.sendRequest("http://127.0.0.1:1/", () => {});'))]),
    addresses: collection([
      item('empty', ''),
      item('unresolved', '{{nothing}}/echo'),
      item('port', 'http://127.0.0.1:99999/'),
      item('fine', echo),
    ]),
    headers: collection([item('a', { method: 'GET', url: echo, header: [{ key: 'X A', value: '1' }] })]),
  };
}
