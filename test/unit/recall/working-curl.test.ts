import { describe, expect, it } from 'vitest';
import { textValue } from '../../../src/emit/text-value.ts';
import { HarnessError } from '../../../src/harness-error.ts';
import { readWorking } from '../../../src/import/read-working.ts';
import type { WorkingContext } from '../../../src/import/working-context.ts';
import type { Policy } from '../../../src/model/request-spec.ts';
import { parseJson } from '../../../src/parse/json/parse-json.ts';
import { isSensitiveName } from '../../../src/secrets/literals/sensitive-name.ts';
import { shownRequest } from './shown-request.ts';
import { workingCommands } from './working-commands.ts';

const policy: Policy = {
  redirects: { follow: true, limit: 5, keepAuthorization: false },
  tls: { verify: true },
  timeoutSeconds: 12,
  success: [{ from: 200, to: 299 }],
};

function context(given: Partial<WorkingContext> = {}): WorkingContext {
  return {
    file: 'working.sh',
    policy,
    variable: () => undefined,
    readBytes: (path) => Buffer.from(`[${path}\r\n]`),
    isSecretName: isSensitiveName,
    parseJson,
    taken: new Set(),
    ...given,
  };
}

const read = (text: string, given: Partial<WorkingContext> = {}) => readWorking(text, context(given));

function troubleOf(text: string, given: Partial<WorkingContext> = {}): HarnessError {
  try {
    read(text, given);
  } catch (error) {
    if (error instanceof HarnessError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

describe('curl commands', () => {
  it.each(workingCommands)('$title', ({ command, method = 'GET', target, headers = {}, body = '' }) => {
    const place = (text: string) =>
      text.replaceAll('{origin}', 'https://api.example.com').replaceAll('{host}', 'api.example.com');
    const shown = shownRequest(read(place(command)));
    expect(shown.method).toBe(method);
    expect(shown.url.replace(/^https?:\/\/api\.example\.com/u, '')).toBe(target);
    const usual = { 'User-Agent': 'curl/8.7.1', Accept: '*/*' };
    const names = Object.keys(headers).map((name) => name.toLowerCase());
    const expected = [
      ...Object.entries(usual).filter(([name]) => !names.includes(name.toLowerCase())),
      ...Object.entries(headers),
    ];
    expect(shown.headers).toEqual(new Map(expected.filter(([, value]) => value !== null)));
    expect(shown.body).toBe(body);
  });

  it('keeps repeated headers apart', () => {
    const { request } = read('curl -H "X-Two: 1" -H "x-two: 2" https://a.example/');
    expect(request.headers.filter(([name]) => /^x-two$/iu.test(name))).toEqual([
      ['X-Two', ['1']],
      ['x-two', ['2']],
    ]);
  });

  it('takes the rule about redirects from the command and the rest of the policy from the action', () => {
    expect(read('curl https://a.example').request.policy).toEqual({
      ...policy,
      redirects: { follow: false, limit: 50, keepAuthorization: false },
    });
    expect(read('curl -L --max-redirs 3 https://a.example').request.policy.redirects).toEqual({
      follow: true,
      limit: 3,
      keepAuthorization: false,
    });
    expect(read('curl --location-trusted https://a.example').request.policy.redirects.keepAuthorization).toBe(true);
  });

  it('signs for AWS as the option says', () => {
    const { request, values } = read(
      'curl --aws-sigv4 aws:amz:eu-west-1:es -u AKIAIOSFODNN7EXAMPLE:wJalrXUtnFEMIK7MDENG https://a.example/x',
    );
    expect(request.signature).toMatchObject({ region: 'eu-west-1', service: 'es' });
    expect(textValue(request.signature?.secretKey ?? [], values)).toBe('wJalrXUtnFEMIK7MDENG');
    expect(request.headers.map(([name]) => name)).not.toContain('Authorization');
    const fromHost = read('curl --aws-sigv4 aws:amz -u a:b https://sts.us-east-2.amazonaws.com/').request.signature;
    expect(fromHost).toMatchObject({ region: 'us-east-2', service: 'sts' });
  });

  it('reads files as curl does', () => {
    const bodyOf = (words: string) => shownRequest(read(`curl https://a.example ${words}`)).body;
    expect(bodyOf('-d @a.json')).toBe('[a.json]');
    expect(bodyOf('--data-binary @a.json')).toBe('[a.json\r\n]');
    expect(bodyOf('--data-urlencode name@a')).toBe('name=%5Ba%0D%0A%5D');
    expect(bodyOf('-T a.txt')).toBe('[a.txt\r\n]');
    expect(bodyOf('-d @- < a.json')).toBe('[a.json]');
    expect(read('curl -T a.txt https://a.example').request.method).toBe('PUT');
    const [part] = partsOf('-F "f=@dir/a.png;filename=b.png"');
    expect(part).toMatchObject({ name: ['f'], filename: ['b.png'], headers: [['Content-Type', 'image/png']] });
    expect(partsOf('-F f=@a.bin')[0]).toMatchObject({
      filename: ['a.bin'],
      headers: [['Content-Type', 'application/octet-stream']],
    });
    expect(partsOf('-F "f=<a.txt;type=text/csv"')[0]).toEqual({
      name: ['f'],
      headers: [['Content-Type', 'text/csv']],
      content: ['[a.txt\r\n]'],
    });
    expect(partsOf('--form-string f=@a')[0]).toEqual({ name: ['f'], headers: [], content: ['@a'] });
  });

  it('sends bytes that are no text as bytes', () => {
    const { request } = read('curl --data-binary @a https://a.example', { readBytes: () => Uint8Array.of(0xff, 0) });
    expect(request.body).toEqual({ kind: 'bytes', bytes: Buffer.from([0xff, 0]) });
  });

  it('puts variables of the environment in', () => {
    const variable = (name: string) => (name === 'TOKEN' ? 'from-the-environment' : undefined);
    const { request, values } = read('curl -H "Authorization: Bearer $TOKEN" https://a.example/$TOKEN', { variable });
    expect(request.headers.map(([name, text]) => `${name}: ${textValue(text, values)}`)).toContain(
      'Authorization: Bearer from-the-environment',
    );
  });

  it('puts variables of cmd.exe in where there are any', () => {
    const variable = (name: string) => (name === 'TOKEN' ? 'from-the-environment' : undefined);
    const { request, values } = read('curl "https://a.example/%NOT%20" ^\n -H "X-Api-Key: %TOKEN%"', { variable });
    expect(textValue(request.url, values)).toBe('https://a.example/%NOT%20');
    expect(request.headers.map(([name, text]) => `${name}: ${textValue(text, values)}`)).toContain(
      'X-Api-Key: from-the-environment',
    );
  });

  it.each([
    ['-x http://proxy.example:3128', '--proxy'],
    ['-k', '--insecure'],
    ['--cacert ca.pem', '--cacert'],
    ['-E me.pem', '--cert'],
    ['--resolve a.example:443:127.0.0.1', '--resolve'],
    ['-b cookies.txt', '--cookie'],
    ['-n', '--netrc'],
    ['https://b.example', '2 addresses'],
    ['https://a.example/[1-3]', '2 addresses'],
  ])('says what it leaves out: %s', (words, said) => {
    expect(read(`curl https://a.example ${words}`).notes.join('\n')).toContain(said);
  });

  it('says so where an address is a pattern, and where an & cuts it', () => {
    const pattern = read("curl 'https://a.example/{x,y}/[3-5]'");
    expect([textValue(pattern.request.url, pattern.values), pattern.notes]).toEqual([
      'https://a.example/x/3',
      [expect.stringContaining('pattern')],
    ]);
    expect(read('curl https://a.example/?a=1&b=2').notes).toEqual([expect.stringContaining('not quoted')]);
    expect(read('curl https://a.example/ &').notes).toEqual([]);
  });

  it.each([
    ['curl https://a.example -H "X: $TOKEN"', 'unresolved-reference', '‹TOKEN›'],
    ['curl "https://a.example/?$filter=x"', 'unresolved-reference', '‹filter›'],
    ['curl -u me:$(pass show me) https://a.example', 'invalid-option', 'another command'],
    ['curl -u me:`pass` https://a.example', 'invalid-option', 'another command'],
    ["curl 'https://a.example", 'invalid-option', 'not closed'],
    ['curl -H', 'invalid-option', '‹-H› of the command has no value'],
    ['curl --heder=secret-value https://a.example', 'invalid-option', '‹--heder›'],
    ['curl', 'invalid-url', 'no address'],
    ['curl ftp://a.example/', 'invalid-url', 'neither http nor https'],
    ['curl --digest -u a:b https://a.example', 'invalid-option', '--digest'],
    ['curl -K more.txt https://a.example', 'invalid-option', '--config'],
    ['jq . | curl -d @- https://a.example', 'invalid-option', 'standard input'],
    ['curl -F novalue https://a.example', 'invalid-option', 'has no name'],
    ['Invoke-WebRequest -Uri "https://a.example"', 'collection', 'no curl command'],
    ['', 'collection', 'no curl command'],
  ])('refuses %s', (command, code, words) => {
    const trouble = troubleOf(command);
    expect([trouble.code, trouble.message]).toEqual([code, expect.stringContaining(words)]);
    expect(trouble.message + String(trouble.details.hint)).not.toContain('secret-value');
    expect(trouble.details.hint).toBeTruthy();
  });

  it('points at the place of the trouble', () => {
    expect(troubleOf('# first\ncurl https://a.example \\\n  -H "X: $TOKEN"').details.source).toEqual({
      file: 'working.sh',
      pointer: '',
      line: 3,
      column: 10,
    });
    expect(troubleOf('curl https://a.example \\\n  --nothing').details.source).toMatchObject({ line: 2, column: 3 });
  });
});

function partsOf(words: string) {
  const { body } = read(`curl https://a.example ${words}`).request;
  return body.kind === 'multipart' ? body.parts : [];
}
