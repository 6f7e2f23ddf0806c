import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runProgram } from '../../src/cli/run-program.ts';
import { fakeSurroundings } from '../unit/cli/surroundings.ts';

const own = {
  schema_version: 27,
  name: 'A story',
  agents: [
    {
      type: 'Agents::HTTPRequestAgent',
      name: 'Ask',
      guid: 'a1',
      options: {
        url: 'https://<<INPUT.host>>/a?b=<<CREDENTIAL.acme>>',
        method: 'post',
        content_type: 'json',
        payload: { list: '=[1, 2.0, "c"]', text: '<<UPCASE("x")>>', n: 12345678901234567890n.toString() },
        headers: { Authorization: 'Bearer <<CREDENTIAL.acme>>', 'X-A': ['1', '2'] },
        basic_auth: ['user', '<<CREDENTIAL.acme>>'],
        params: { 'q[]': ['1', '2'], deep: { a: { b: 1 } } },
        local: { token: '=CONCAT(CREDENTIAL.acme, "x")' },
        log_error_on_status: [],
        expect_success_on_status: ['200-399', '404'],
        timeout: '30',
        disable_ssl_verification: 'false',
        follow_redirects: true,
      },
    },
    {
      type: 'httpRequest',
      name: 'Old',
      guid: 'a2',
      options: '{"url": "https://a.example/{{ .b | upcase }}", "method": "get", "payload": {"a": "{% credential acme %}"}}',
    },
    {
      type: 'Agents::HTTPRequestAgent',
      name: 'Files',
      guid: 'a3',
      options: {
        url: 'https://a.example',
        method: 'put',
        content_type: 'data',
        payload: { file: { filename: 'a.txt', contents: 'x' } },
      },
    },
  ],
  integrations: [{ action_guid: 'a1', action_inputs: [{ name: 'Host', type: 'TEXT', value: '"a.example"' }] }],
};
const folder = path.resolve(import.meta.dirname, '../../../shared/corpus/exports');
const real = existsSync(folder)
  ? readdirSync(folder)
      .map((name) => readFileSync(path.join(folder, name), 'utf8'))
      .filter((text) => text.length < 20_000)
  : [];
const fixtures = path.resolve(import.meta.dirname, '../../fixtures');
const written = readdirSync(fixtures, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /^action\.(?:json|tf|txt)$/u.test(entry.name))
  .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'utf8'));
const texts = [JSON.stringify(own), ...written, ...real];

const junkText = fc.constantFrom(
  '',
  ' ',
  '"',
  '\\',
  '\n',
  '\r\n',
  '\u0000',
  '\ud800',
  '\u202e',
  '<<',
  '>>',
  '=',
  '=(',
  '<<a',
  '{{',
  '{% if',
  '{% raw %}',
  '<<CREDENTIAL.>>',
  '<<1/0>>',
  '=LAMBDA(x, x)',
  '=REGEX_EXTRACT("a", "(")',
  '<<a.b[0]["c"]>>',
  '=REPEAT("a", 1e9)',
  'http://',
  'http://[',
  'http://a:99999',
  'ftp://a',
  'user:p@host',
  'https://ü.example/ü?ü#ü',
  '%',
  '%zz',
  '__proto__',
  'constructor',
  'null',
  '200-',
  '999-1',
  '-1',
  '1e999',
  'a: b\r\nc: d',
  'form',
  'json',
  'xml',
  'data',
  'text',
);
const junkValue: fc.Arbitrary<unknown> = fc.oneof(
  junkText,
  fc.constantFrom<unknown>(null, true, 0, -1, 1e21, [], {}, [[]], [null], { '': {} }, { a: [{ b: null }] }, [
    1,
    'two',
    { three: 3 },
  ]),
  fc.jsonValue({ maxDepth: 2 }),
);

/** One change to a JSON value: the place is chosen by a number, what happens there by the other parts. */
const change = fc.record({
  place: fc.nat(),
  kind: fc.constantFrom('replace', 'delete', 'rename', 'wrap', 'append'),
  text: junkText,
  value: junkValue,
});
type Change = typeof change extends fc.Arbitrary<infer Value> ? Value : never;

function isContainer(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function apply(root: unknown, { place, kind, text, value }: Change): void {
  const places: (readonly [Record<string, unknown>, string])[] = [];
  const visit = (node: unknown): void => {
    if (!isContainer(node)) return;
    for (const key of Object.keys(node)) {
      places.push([node, key]);
      visit(node[key]);
    }
  };
  visit(root);
  const [owner, key] = places[place % Math.max(1, places.length)] ?? [{}, ''];
  const before = owner[key];
  if (kind === 'replace') owner[key] = value;
  else if (kind === 'delete') delete owner[key];
  else if (kind === 'rename') {
    delete owner[key];
    Object.defineProperty(owner, Array.isArray(owner) ? key : text, {
      value: before,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  } else if (kind === 'wrap') owner[key] = Array.isArray(before) ? { a: before } : [before];
  else owner[key] = typeof before === 'string' ? before + text : value;
}

const mutated = fc.oneof(
  fc.tuple(fc.constantFrom(...texts), fc.array(change, { minLength: 1, maxLength: 4 })).map(([text, changes]) => {
    try {
      const value: unknown = JSON.parse(text);
      for (const one of changes) apply(value, one);
      return JSON.stringify(value);
    } catch {
      return text;
    }
  }),
  fc
    .tuple(fc.constantFrom(...texts), fc.nat(), fc.nat(40), fc.oneof(junkText, fc.string()))
    .map(([text, at, drop, junk]) => text.slice(0, at % text.length) + junk + text.slice((at % text.length) + drop)),
);

const commands = ['curl', 'postman', 'har'].flatMap((kind) => [
  ['export', kind, '--action=-', '--all', '--json'],
  ['export', kind, '--action=-', '--all', '--allow-unresolved', '--inline-secrets'],
  ['export', kind, '--action=-', '--pick', '0', '--shell', 'cmd'],
  ['export', kind, '--action=-', '--allow-unresolved', '--shell', 'powershell', '--pick', '1'],
]);

describe('no input is a defect', () => {
  it('a changed export converts or stops with a drawn error: status 0 or 2, never a stack trace', async () => {
    await fc.assert(
      fc.asyncProperty(mutated, fc.constantFrom(...commands), async (text, words) => {
        const surroundings = fakeSurroundings({ standardInput: text, environment: { TINES_CREDENTIAL_ACME: 'made-up' } });
        const status = await runProgram(words, surroundings);
        const told = surroundings.told.join('\n');
        expect(told).not.toMatch(/error\[internal\]|^\s+at /mu);
        expect([0, 2]).toContain(status);
        if (status === 2) expect(told).toMatch(/^(?:error\[|not converted: )/mu);
        else expect(surroundings.printed.join('')).not.toBe('');
      }),
      { numRuns: Number(process.env['FUZZ_RUNS'] ?? 300) },
    );
  });

  it('nothing is written outside of the directory that was chosen, whatever the names of actions are', async () => {
    const place = mkdtempSync(path.join(tmpdir(), 'run-program-'));
    const names = fc.oneof(
      junkText,
      fc.string(),
      fc.constantFrom('../up', '/etc/x', '..\\up', '.', '..', 'a/../../b', 'CON', 'x'.repeat(5000), '~', '$HOME', '-rf'),
    );
    try {
      await fc.assert(
        fc.asyncProperty(names, names, fc.constantFrom('curl', 'postman', 'har'), async (name, other, kind) => {
          const agents = own.agents.map((agent, index) => ({ ...agent, name: index === 0 ? name : other }));
          const standardInput = JSON.stringify({ ...own, agents });
          const surroundings = fakeSurroundings({ standardInput, environment: { TINES_CREDENTIAL_ACME: 'made-up' } });
          const out = path.join(place, 'chosen', 'out');
          const status = await runProgram(['export', kind, '--action=-', '--all', '--out', out], surroundings);
          expect(status).toBe(0);
          expect(readdirSync(place)).toEqual(['chosen']);
          expect(readdirSync(path.join(place, 'chosen'))).toEqual(['out']);
          for (const file of readdirSync(out)) expect(file).toMatch(/^[a-z0-9][\w.-]{0,120}$/iu);
          rmSync(out, { recursive: true });
        }),
        { numRuns: Math.min(Number(process.env['FUZZ_RUNS'] ?? 100), 1000) },
      );
    } finally {
      rmSync(place, { recursive: true });
    }
  });

  it('any command line is run or refused: status 0, 1 or 2', async () => {
    const word = fc.oneof(
      fc.constantFrom(
        'export',
        'curl',
        'eval',
        'explain',
        '--',
        '-',
        '-a',
        '--action',
        '--json',
        '--all',
        '--pick',
        '--data',
        '--now',
        '--report',
        'x=',
        '--no-all',
        '--help',
        '--version',
        '-h',
        '--a.b',
        '--__proto__',
      ),
      fc.string(),
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('export', 'eval', 'explain'), fc.array(word, { maxLength: 5 }), async (command, words) => {
        const surroundings = fakeSurroundings({ standardInput: texts[0] ?? '' });
        const status = await runProgram([command, ...words], surroundings);
        expect(surroundings.told.join('\n')).not.toContain('error[internal]');
        expect([0, 1, 2]).toContain(status);
      }),
      { numRuns: Number(process.env['FUZZ_RUNS'] ?? 300) },
    );
  });
});
