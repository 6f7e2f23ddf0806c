import type { BodySpec, HeaderField } from '../../src/model/request-spec.ts';
import type { Text, Variable } from '../../src/model/text.ts';

/** A hostile request in short: what is not said is a GET of `/` with Tines' User-Agent. */
export interface Sketch {
  readonly method?: string;
  readonly path?: Text;
  readonly headers?: readonly HeaderField<Text>[];
  readonly body?: BodySpec;
  /** What must arrive, where it is not what stands in the sketch. */
  readonly target?: string;
  readonly fields?: readonly HeaderField<Text>[];
  readonly sent?: Buffer;
}

/** The values of the secrets in the hostile requests. */
export const hostileValues: ReadonlyMap<string, string> = new Map([
  ['acme', `s3cr3t'"$HOME\`id\`\\n!{}[]%20&|;<>`],
  ['user', 'jörg'],
  ['token', 'a+b/c= d'],
  ['percent', '%s%n\\101{{$guid}}'],
]);

/** The field that Tines adds. */
export const agent: HeaderField<Text> = ['User-Agent', ['Tines (Advanced Security Automation; tines.io)']];
const json: HeaderField<Text> = ['Content-Type', ['application/json; charset=utf-8']];
const plain: HeaderField<Text> = ['Content-Type', ['text/plain']];

function secret(name: string, ...encodings: Variable['encodings']): Variable {
  return { name, from: [`CREDENTIAL.${name}`], encodings };
}

function text(...pieces: Text): BodySpec {
  return { kind: 'text', text: pieces };
}

const everyByte = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));
const printableAscii = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join('');

const get = (title: string, path: string): readonly [string, Sketch] => [title, { path: [path] }];
const header = (title: string, ...headers: readonly HeaderField<Text>[]): readonly [string, Sketch] => [
  title,
  { headers: [agent, ...headers] },
];
const post = (
  title: string,
  body: BodySpec,
  headers: readonly HeaderField<Text>[] = [agent, plain],
): readonly [string, Sketch] => [title, { method: 'POST', body, headers }];

/** By title. */
export const hostileSketches: readonly (readonly [string, Sketch])[] = [
  get('query characters that signed URLs rely on', '/q?$filter=a%20eq%20%27b%27&t=10:00,11:00&s=a=b==&p=(x)*!~'),
  get('quotes and angle brackets unencoded in the query', `/q?a='b'&c="d"&e=<f>&g=\`h\`&i=j|k^l`),
  get('brackets and braces in the query', '/q?ids[]=1&ids[]=2&range=[1-3]&set={a,b}&o[k][l]=v'),
  get('a flag without a value, an empty value, and a lone ampersand', '/q?flag&empty=&&x=1&'),
  get('a query that is only a question mark', '/q?'),
  get('a repeated key, not grouped', '/q?a=1&b=2&a=3&a=1'),
  get('two question marks and a slash in the query', '/q?a?b=/c/../d'),
  get('dot segments in the path', '/a/b/../c/./d'),
  get('encoded dot segments', '/a/%2e%2e/b/%2E'),
  get('empty path segments', '//a///b//'),
  get('a path that is only a dot', '/.'),
  get('encoded slashes and lower-case hex', '/a%2fb%2Fc%c3%a9?x=%7e%7E'),
  get('braces and brackets in the path', '/a/{id}/[1-3]/(x)'),
  get('a colon segment that looks like a path variable', '/:id/users/:name?y=:z'),
  get('matrix parameters, at signs and plus signs', '/a;v=1/@me/+1?q=a+b%2B'),
  get('a percent sign that begins no escape', '/100%?p=5%&q=%zz'),
  get('double encoding', '/a%252Fb?c=%2520d'),
  get('a placeholder of Postman in the path', '/x/{{acme}}/y'),
  get('placeholders in the query', '/x?a={{$guid}}&{{b}}={{c}}&d={{$randomInt}}'),
  get('shell syntax in the query', '/q?a=$(id)&b=`id`&c=$HOME&d=!!&e=*&f=~&g=;id'),
  get('a long query', `/q?a=${'x'.repeat(7000)}`),
  ['no path at all', { path: [''], target: '/' }],
  ['a query without a path', { path: ['?a=1'], target: '/?a=1' }],
  [
    'a secret in the query',
    {
      path: ['/q?k=', secret('acme', 'form'), '&z=1'],
      target: '/q?k=s3cr3t%27%22%24HOME%60id%60%5Cn%21%7B%7D%5B%5D%2520%26%7C%3B%3C%3E&z=1',
    },
  ],
  ['a secret in the path', { path: ['/v1/', secret('token', 'form'), '/x'], target: '/v1/a%2Bb%2Fc%3D+d/x' }],
  header('a value with both quotes, a dollar sign, a backtick and a backslash', [
    'X-Shell',
    [`a'b"c$HOME\`id\`\\n!x #y %PATH% & | ; < >`],
  ]),
  header('every printable ASCII character in a value', ['X-All', [`x${printableAscii}x`]]),
  header('an empty value', ['X-Empty', []], ['X-After', ['1']]),
  header(
    'names that are paths into the values of others',
    ['X-A', ['value']],
    ['X-A.2', ['two']],
    ['X-A.length', ['5']],
    ['x-a', ['again']],
  ),
  header('repeated fields', ['X-A', ['1']], ['X-B', ['2']], ['X-A', ['3']]),
  header('repeated fields in different case', ['X-Case', ['1']], ['x-case', ['2']], ['X-CASE', ['3']]),
  header('UTF-8 in a value', ['X-Utf', ['é ü 日本 🦉']]),
  header('Latin-1 range in a value', ['X-Latin', ['café ÿ']]),
  post('UTF-8 in a value, with a body of text', text('é'), [agent, plain, ['X-Utf', ['é 日本 🦉']]]),
  post('Latin-1 range in a value, with a body of text', text('é'), [
    agent,
    plain,
    ['X-Latin', ['café ÿ']],
    ['X-User', [secret('user')]],
  ]),
  post('UTF-8 in a value, with a secret in the body', text('a', secret('acme')), [agent, plain, ['X-Utf', ['日本']]]),
  header('a secret in Latin-1 range', ['X-User', [secret('user')]]),
  header('placeholders in a value', ['X-Mustache', ['{{$guid}} {{x}} {{{y}}} {{acme}} {{}}']]),
  header('a value that begins with @', ['X-At', ['@/etc/passwd']]),
  header(
    'a value that begins with a dash, and one that ends with a semicolon',
    ['X-Dash', ['--request DELETE']],
    ['X-Semi', ['a;']],
  ),
  header('a colon at the start and a tab inside', ['X-Colon', [':a: b']], ['X-Tab', ['a\tb']]),
  header('odd but legal names', ["!#$%&'*+-.^_`|~9", ['odd']], ['0', ['zero']], ['constructor', ['c']]),
  header('names in unusual case', ['x-lower', ['1']], ['X-UPPER', ['2']], ['AUTHORIZATION', ['Bearer x']]),
  header('a cookie field', ['Cookie', ['a=1; b="2"; c={{x}}']]),
  header(
    'what the clients would send themselves',
    ['Accept', ['*/*']],
    ['Accept-Encoding', ['gzip, deflate']],
    ['Cache-Control', ['max-age=0']],
    ['Postman-Token', ['mine']],
  ),
  header('a Referer and an Origin', ['Referer', ['https://example.com/a?b=c']], ['Origin', ['null']]),
  ['no fields at all', { headers: [] }],
  header('a Host of its own', ['Host', ['other.example']]),
  header('white space around a value, and nothing but white space', ['X-Lead', ['  a  ']], ['X-Only', ['   ']]),
  header(
    'fields about the connection',
    ['TE', ['trailers']],
    ['Upgrade-Insecure-Requests', ['1']],
    ['Accept-Encoding', ['identity']],
  ),
  [
    'two Cookie fields',
    { headers: [agent, ['Cookie', ['a=1']], ['cookie', ['b=2']]], fields: [agent, ['Cookie', ['a=1; b=2']]] },
  ],
  header('a field named __proto__', ['__proto__', ['x']], ['hasOwnProperty', ['y']]),
  ['a backslash in the path', { path: ['/a\\b\\..\\c?x=\\y'] }],
  post('Expect of its own', text('abc'), [agent, plain, ['Expect', ['100-continue']]]),
  post('chunks of its own', text('abc'), [agent, plain, ['Transfer-Encoding', ['chunked']]]),
  post('a length of its own', text('abc'), [agent, plain, ['Content-Length', ['3']]]),
  post('two Content-Type fields', text('abc'), [agent, ['Content-Type', ['a/b']], ['content-type', ['c/d']]]),
  header(
    'a secret in a value',
    ['Authorization', ['Bearer ', secret('acme')]],
    ['X-Both', ['a', secret('acme'), "'b'", secret('token'), 'c']],
  ),
  header('a secret that looks like a format and a placeholder', ['X-Percent', [secret('percent')]]),
  header('a Basic pair with a secret password', [
    'Authorization',
    ['Basic ', { name: 'pair', from: ['CREDENTIAL.acme'], encodings: ['base64'], of: ["us'er {{x}}:", secret('acme')] }],
  ]),
  header('a Basic pair that is secret on both sides', [
    'Authorization',
    [
      'Basic ',
      {
        name: 'pair',
        from: ['CREDENTIAL.user', 'CREDENTIAL.acme'],
        encodings: ['base64'],
        of: [secret('user'), ':', secret('acme')],
      },
    ],
  ]),
  header('a Basic value without a colon', ['Authorization', ['Basic ', secret('acme', 'base64')]]),
  header('two Authorization fields', ['Authorization', ['Bearer one']], ['Authorization', ['Bearer two']]),
  post('a body that begins with @', text('@/etc/passwd')),
  post('a body that begins with a dash', text('--data-raw x')),
  post('an empty body', text()),
  ['POST without a body', { method: 'POST' }],
  post('no content type at all', text('a=1'), [agent]),
  post('the form type, written out', { kind: 'form', fields: [[['a'], ['1']]], text: ['a=1&b=%20+&c&d=[]'] }, [
    agent,
    ['Content-Type', ['application/x-www-form-urlencoded']],
  ]),
  post(
    'JSON that must not be written anew',
    text('{ "b":1.0,"a":12345678901234567890, "u":"\\u00e9\\/", "a":1e5,\n\t"n":-0 }\n'),
    [agent, json],
  ),
  post('shell syntax in a body', text(`$(id) \`id\` $HOME "!!" 'single' \\' \\\\ %s %d %% #x\nEOF\n`)),
  post('trailing line breaks', text('a\n\n\n')),
  post('a leading and a trailing space, tabs', text('  a\t\tb  ')),
  post('carriage returns', text('a\r\nb\rc\r\n')),
  post('NUL in a body', text('a\0b\0')),
  post('terminal control characters', text('\x1b[31mred\x07\x08\x7f\u009b31m')),
  post('UTF-8, a byte order mark and line separators', text('\ufeffé 日本 🦉\u2028\u2029\u00a0')),
  post('a lone surrogate', text('a\ud800b')),
  post('placeholders in a body', text('{"a":"{{$guid}}","b":"{{acme}}","c":{"d":{"e":1}},"f":"{{$timestamp}}"}'), [agent, json]),
  post('every byte', { kind: 'bytes', bytes: everyByte }),
  post('bytes that are not UTF-8 and begin with a dash', { kind: 'bytes', bytes: Buffer.from('2d2d66ff0a25', 'hex') }),
  post('128 KiB of text', text('0123456789abcde\n'.repeat(8192))),
  post('128 KiB of quotes', text(`'"`.repeat(65536))),
  post('1.5 MB of text', text('x'.repeat(1_500_000))),
  post('a secret in JSON', text('{"k":"', secret('acme', 'json'), '","p":"', secret('percent', 'json'), '"}'), [agent, json]),
  post('a secret in a body with carriage returns', text('a\r\n', secret('acme'), '\r\n%s')),
  post('only a secret', text(secret('percent'))),
  [
    'multipart with hostile names and values',
    {
      method: 'POST',
      headers: [agent, ['Content-Type', ['multipart/form-data; boundary=----Boundary{{x}}']]],
      body: {
        kind: 'multipart',
        boundary: '----Boundary{{x}}',
        parts: [
          { name: ['fi"eld;type=x'], headers: [], content: ['@value<x;type=text/html'] },
          { name: ['s'], headers: [], content: [secret('acme')] },
          {
            name: ['file'],
            filename: ['a\'b c".txt'],
            headers: [['Content-Type', 'text/plain']],
            content: ['line\r\n{{$guid}}'],
          },
        ],
      },
      sent: Buffer.from(
        [
          '------Boundary{{x}}',
          'Content-Disposition: form-data; name="fi%22eld;type=x"',
          '',
          '@value<x;type=text/html',
          '------Boundary{{x}}',
          'Content-Disposition: form-data; name="s"',
          '',
          hostileValues.get('acme'),
          '------Boundary{{x}}',
          'Content-Disposition: form-data; name="file"; filename="a\'b c%22.txt"',
          'Content-Type: text/plain',
          '',
          'line\r\n{{$guid}}',
          '------Boundary{{x}}--',
          '',
        ].join('\r\n'),
      ),
    },
  ],
  [
    'multipart with a binary file',
    {
      method: 'POST',
      headers: [agent, ['Content-Type', ['multipart/form-data; boundary=b']]],
      body: { kind: 'multipart', boundary: 'b', parts: [{ name: ['f'], filename: ['x.bin'], headers: [], content: everyByte }] },
      sent: Buffer.concat([
        Buffer.from('--b\r\nContent-Disposition: form-data; name="f"; filename="x.bin"\r\n\r\n'),
        everyByte,
        Buffer.from('\r\n--b--\r\n'),
      ]),
    },
  ],
  ['GET with a body', { method: 'GET', headers: [agent, json], body: text('{"query":{}}') }],
  ['DELETE with a body', { method: 'DELETE', headers: [agent, json], body: text('{"a":1}') }],
  ['DELETE without a body', { method: 'DELETE' }],
  ['PUT with a body', { method: 'PUT', headers: [agent, plain], body: text('x') }],
  ['PUT without a body', { method: 'PUT' }],
  ['PATCH without a body', { method: 'PATCH' }],
  ['HEAD', { method: 'HEAD' }],
  ['OPTIONS', { method: 'OPTIONS' }],
  ['a method of its own with a body', { method: 'PROPFIND', headers: [agent, plain], body: text('<x/>') }],
  ['PURGE', { method: 'PURGE' }],
];
