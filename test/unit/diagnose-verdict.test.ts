import { describe, expect, it } from 'vitest';
import { decideVerdict, type VerdictFacts } from '../../src/diagnose/conclude/verdict.ts';
import type { Client, ClientErrorKind, RunOutcome, TinesOutcome } from '../../src/model/outcome.ts';
import type { VerdictCode } from '../../src/model/verdict.ts';

function answered(client: Client, status: number): RunOutcome {
  const body = { bytes: new Uint8Array(), size: 0, sha256: '' };
  const sent = { method: 'GET', url: 'http://127.0.0.1/', version: 'HTTP/1.1', target: '/', headers: [], body: new Uint8Array() };
  const received = { version: 'HTTP/1.1', status, reason: '', headers: [], body };
  return { client, status: 'completed', hops: [{ sent, received }], milliseconds: 1 };
}

function failed(client: Client, kind: ClientErrorKind, conclusive: boolean): RunOutcome {
  return { client, status: 'failed', error: { kind, code: 'E', message: 'it broke', conclusive }, hops: [], milliseconds: 1 };
}

/** `200` is an answer, `timeout` a network error, `!crashed` a client that could not run; several are repeats. */
function runsOf(client: Client, words: string): readonly RunOutcome[] {
  return words.split(' ').map((word): RunOutcome => {
    if (/^\d+$/u.test(word)) return answered(client, Number(word));
    const kinds: readonly ClientErrorKind[] = [
      'dns',
      'connect',
      'tls',
      'timeout',
      'protocol',
      'redirects',
      'too-large',
      'interrupted',
    ];
    const kind = kinds.find((candidate) => word.endsWith(candidate)) ?? 'other';
    return failed(client, kind, !word.startsWith('!'));
  });
}

function tinesOf(word: string): TinesOutcome {
  return word === 'unknown'
    ? { client: 'tines', status: 'unknown' }
    : { client: 'tines', status: 'recorded', response: { status: Number(word) } };
}

interface Row {
  readonly tines: string;
  readonly curl: string | null;
  readonly postman: string | null;
}

function factsOf({ tines, curl, postman }: Row, more: Partial<VerdictFacts> = {}): VerdictFacts {
  return {
    tines: tinesOf(tines),
    runs: [...(curl === null ? [] : [runsOf('curl', curl)]), ...(postman === null ? [] : [runsOf('postman', postman)])],
    clientsDiffer: false,
    success: [{ from: 200, to: 399 }],
    lowered: [],
    ...more,
  };
}

const tinesColumns = ['unknown', '200', '302', '401', '403', '500', '0'] as const;
type Codes = readonly [VerdictCode, VerdictCode, VerdictCode, VerdictCode, VerdictCode, VerdictCode, VerdictCode];
const always = (code: VerdictCode): Codes => [code, code, code, code, code, code, code];

/** Under each heading what it is with Tines: unknown, 200, 302, 401, 403, 500, no answer. */
const grid: readonly (readonly [curl: string | null, postman: string | null, codes: Codes])[] = [
  ['200', '200', ['works-outside', 'works', 'works', 'tines-only', 'tines-only', 'tines-only', 'tines-only']],
  ['302', '302', ['works-outside', 'works', 'works', 'tines-only', 'tines-only', 'tines-only', 'tines-only']],
  ['200 200', '200 200', ['works-outside', 'works', 'works', 'tines-only', 'tines-only', 'tines-only', 'tines-only']],
  [
    '401',
    '401',
    ['not-tines', 'outside-only', 'outside-only', 'not-tines', 'fails-differently', 'fails-differently', 'fails-differently'],
  ],
  [
    '403 403',
    '403',
    ['not-tines', 'outside-only', 'outside-only', 'fails-differently', 'not-tines', 'fails-differently', 'fails-differently'],
  ],
  [
    '401 403',
    '401',
    ['not-tines', 'outside-only', 'outside-only', 'not-tines', 'fails-differently', 'fails-differently', 'fails-differently'],
  ],
  [
    'timeout',
    'timeout',
    ['not-tines', 'outside-only', 'outside-only', 'fails-differently', 'fails-differently', 'fails-differently', 'not-tines'],
  ],
  [
    'dns',
    'dns',
    ['not-tines', 'outside-only', 'outside-only', 'fails-differently', 'fails-differently', 'fails-differently', 'not-tines'],
  ],
  [
    'too-large',
    'too-large',
    ['not-tines', 'outside-only', 'outside-only', 'fails-differently', 'fails-differently', 'fails-differently', 'not-tines'],
  ],
  ['200', null, ['works-outside', 'works', 'works', 'tines-only', 'tines-only', 'tines-only', 'tines-only']],
  [
    null,
    '401',
    ['not-tines', 'outside-only', 'outside-only', 'not-tines', 'fails-differently', 'fails-differently', 'fails-differently'],
  ],
  [
    null,
    'tls',
    ['not-tines', 'outside-only', 'outside-only', 'fails-differently', 'fails-differently', 'fails-differently', 'not-tines'],
  ],
  ['200', '401', always('client-dependent')],
  ['401', '403', always('client-dependent')],
  ['200', '204', always('client-dependent')],
  ['tls', '200', always('client-dependent')],
  ['401', 'connect', always('client-dependent')],
  ['tls', 'timeout', always('client-dependent')],
  ['200 500', '200 200', always('unstable')],
  ['401 401', '401 200', always('unstable')],
  ['timeout 200', '200 200', always('unstable')],
  ['200 401', '401 401', always('unstable')],
  ['200 500', null, always('unstable')],
  ['!crashed', '200', always('undecided')],
  ['401', '!crashed', always('undecided')],
  ['200 !crashed', '200 200', always('undecided')],
  ['200 500 !interrupted', '200', always('undecided')],
  ['!interrupted', '!interrupted', always('undecided')],
  ['!crashed', null, always('undecided')],
  [null, null, always('undecided')],
];

const table = grid.flatMap(([curl, postman, codes]) =>
  tinesColumns.map((tines, index) => ({ tines, curl, postman, code: codes[index] })),
);

describe('the verdict', () => {
  it.each(table)('is $code where Tines got $tines, cURL $curl and Postman $postman', ({ code, ...row }) => {
    expect(decideVerdict(factsOf(row)).code).toBe(code);
  });

  it.each(tinesColumns)('is client-dependent where the answers differ in more than noise, whatever Tines got (%s)', (tines) => {
    expect(decideVerdict(factsOf({ tines, curl: '200', postman: '200' }, { clientsDiffer: true })).code).toBe('client-dependent');
  });

  it.each([
    [{ tines: 'unknown', curl: '200 500', postman: '200' }, 'unstable'],
    [{ tines: 'unknown', curl: '!crashed', postman: '200' }, 'undecided'],
  ] as const)('tells the weaker evidence before a difference between the clients: %j', (row, code) => {
    expect(decideVerdict(factsOf(row, { clientsDiffer: true })).code).toBe(code);
  });

  it.each([
    [{ tines: 'unknown', curl: '403', postman: '403' }, 'tines-only'],
    [{ tines: '403', curl: '403', postman: '403' }, 'tines-only'],
    [{ tines: '0', curl: 'timeout', postman: 'timeout' }, 'tines-only'],
    [{ tines: '403', curl: '403', postman: null }, 'tines-only'],
    [{ tines: '401', curl: '403', postman: '403' }, 'fails-differently'],
    [{ tines: '200', curl: '403', postman: '403' }, 'outside-only'],
    [{ tines: 'unknown', curl: '200', postman: '200' }, 'works-outside'],
    [{ tines: '200', curl: '200', postman: '200' }, 'works'],
    [{ tines: '401', curl: '200', postman: '200' }, 'tines-only'],
    [{ tines: 'unknown', curl: '403', postman: '200' }, 'client-dependent'],
    [{ tines: 'unknown', curl: '403', postman: '!crashed' }, 'undecided'],
    [{ tines: 'unknown', curl: '403 200', postman: '403' }, 'unstable'],
  ] as const)('with something that Tines adds by itself and that makes the call fail: %j is %s', (row, code) => {
    expect(decideVerdict(factsOf(row, { addition: 'its User-Agent' })).code).toBe(code);
  });

  it.each([
    [{ tines: 'unknown', curl: '404', postman: '404' }, 'works-outside'],
    [{ tines: '404', curl: '404', postman: '404' }, 'works'],
    [{ tines: '404', curl: '200', postman: '200' }, 'outside-only'],
    [{ tines: '200', curl: '200', postman: '200' }, 'not-tines'],
    [{ tines: '0', curl: 'timeout', postman: 'timeout' }, 'not-tines'],
  ] as const)('takes the statuses that count as success from the action or the user: 404 expected, %j is %s', (row, code) => {
    expect(decideVerdict(factsOf(row, { success: [{ from: 404, to: 404 }] })).code).toBe(code);
  });

  it('is the same for the same facts, in one sentence that says what was found, with what lowers the trust in it', () => {
    const facts = factsOf({ tines: '401', curl: '200', postman: '200' }, { lowered: ['the record is old'] });
    expect(decideVerdict(facts)).toEqual(decideVerdict(facts));
    expect(decideVerdict(facts)).toEqual({
      code: 'tines-only',
      text: 'The failure is specific to Tines: Tines got 401, cURL and Postman got 200.',
      lowered: ['the record is old'],
    });
  });

  it('names what Tines adds, and the client that could not run', () => {
    expect(decideVerdict(factsOf({ tines: '403', curl: '403', postman: '403' }, { addition: 'its User-Agent' })).text).toContain(
      'its User-Agent',
    );
    expect(decideVerdict(factsOf({ tines: '403', curl: '!crashed', postman: '403' })).text).toContain(
      'cURL could not run (it broke)',
    );
    expect(decideVerdict(factsOf({ tines: '403', curl: '200', postman: '!interrupted' })).text).toContain('was interrupted');
  });

  it('speaks of one client where only one was asked for', () => {
    expect(decideVerdict(factsOf({ tines: 'unknown', curl: '401', postman: null })).text).toBe(
      'The failure is not specific to Tines: cURL fails too (401).',
    );
    expect(decideVerdict(factsOf({ tines: 'unknown', curl: null, postman: '200' })).text).not.toContain('cURL');
  });
});
