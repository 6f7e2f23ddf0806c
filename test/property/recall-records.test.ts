import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HarnessError } from '../../src/harness-error.ts';
import { rubyHashAsJson } from '../../src/recall/log/ruby-hash.ts';
import { fillMasks } from '../../src/recall/masks/fill-masks.ts';
import { specify } from '../../src/specify/specify.ts';
import { eventOf, recall, sendingMessage } from '../unit/recall/recall-world.ts';
import { credential, resolvedAction, text } from '../unit/specify/resolved-action.ts';

const mask = '*'.repeat(16);
const events = {
  events: [
    eventOf({ status: 401, headers: { 'content-type': 'application/json', 'set-cookie': ['a'] }, body: { e: [1, null] } }),
    eventOf(
      { status: 200, body: { md5: 'a', sizeinbytes: 3, base64encodedcontents: 'YQ==' } },
      { id: 502, story_run_guid: 'run-2' },
    ),
    { id: 500, agent_id: 20, payload: { start: { id: 7 } }, created_at: '2026-11-24T10:59:00Z' },
  ],
  meta: { pages: 1 },
};
const options = {
  url: `https://api.example.com/${mask}`,
  params: { q: mask },
  body: { a: [`x${mask}`, null] },
  headers: { Authorization: `Bearer ${mask}`, 'Content-Type': null },
  method: 'post',
};
const logs = {
  action_logs: [
    { id: 2, level: 4, message: 'Failed with 401 status code', created_at: '2026-11-24T11:00:01Z', inbound_event: { id: 500 } },
    { id: 1, level: 3, message: sendingMessage(options), created_at: '2026-11-24T11:00:00Z', inbound_event: null },
  ],
};

/** One value somewhere in the document replaced, removed or doubled, chosen by the numbers. */
function mutate(value: unknown, steps: readonly number[], replacement: unknown): unknown {
  const [step, ...rest] = steps;
  if (step === undefined || typeof value !== 'object' || value === null) return replacement;
  const entries = Object.entries(value);
  const index = step % Math.max(1, entries.length);
  const changed = entries.flatMap(([key, inner], position) => {
    if (position !== index) return [[key, inner] as const];
    return step % 7 === 0 ? [] : [[step % 5 === 0 ? keyOf(replacement) : key, mutate(inner, rest, replacement)] as const];
  });
  return Array.isArray(value) ? changed.map(([, inner]) => inner) : Object.fromEntries(changed);
}

/** Not `String`: an object of random JSON may have a `toString` of its own, which is no function. */
function keyOf(replacement: unknown): string {
  return typeof replacement === 'string' ? replacement : JSON.stringify(replacement);
}

const steps = fc.array(fc.nat(1000), { maxLength: 7 });
const replacement = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom(mask, '{', 'payload', 'status', events, logs, JSON.stringify(logs), sendingMessage(options).slice(0, 90)),
);

function expectHarnessErrorOnly(run: () => unknown): void {
  try {
    run();
  } catch (error) {
    expect(error).toBeInstanceOf(HarnessError);
  }
}

describe('records that are not what they should be', () => {
  it('give a recollection or a HarnessError, whatever is changed in them', () => {
    fc.assert(
      fc.property(
        steps,
        replacement,
        fc.boolean(),
        fc.option(fc.constantFrom('latest', 'run-2', '500', 'nope'), { nil: undefined }),
        (path, value, inEvents, run) => {
          expectHarnessErrorOnly(() =>
            recall({
              events: [inEvents ? mutate(events, path, value) : events],
              logs: [inEvents ? logs : mutate(logs, path, value)],
              ...(run === undefined ? {} : { run }),
            }),
          );
        },
      ),
      { numRuns: 1500, examples: [[[585], { toString: 0 }, false, undefined]] },
    );
  });

  it('give a recollection or a HarnessError for any JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (event, log) => {
        expectHarnessErrorOnly(() => recall({ events: [event], logs: [log] }));
      }),
      { numRuns: 500 },
    );
  });

  it('give a recollection or a HarnessError for a message cut off anywhere', () => {
    const message = sendingMessage(options);
    for (let end = 0; end < message.length; end += 1) {
      expectHarnessErrorOnly(() => expect(recall({ logs: [{ message: message.slice(0, end) }] }).logged).toBeUndefined());
    }
    expect(recall({ logs: [message] }).logged?.method).toBe('POST');
  });
});

describe('masks', () => {
  it('are filled so that what is logged of a request is that request again', () => {
    const piece = fc.oneof(fc.stringMatching(/^[a-z]{1,4}$/), fc.constantFrom('a', 'b', 'c').map(credential));
    const pieces = fc.array(piece, { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(pieces, pieces, (header, field) => {
        const written = {
          method: 'post',
          content_type: 'json',
          url: 'https://api.example.com/x',
          headers: { 'X-Key': text(...header) },
          payload: { field: text(...field), n: 1 },
        };
        const resolved = resolvedAction(written);
        const shown = (parts: typeof header) => parts.map((part) => (typeof part === 'string' ? part : mask)).join('');
        const record = {
          url: written.url,
          params: {},
          body: { field: shown(field), n: 1 },
          headers: { 'X-Key': shown(header) },
          method: 'post',
        };
        const { logged } = recall({ logs: [sendingMessage(record)] });
        if (logged === undefined) throw new Error('the log shows no request');
        const { request } = specify(resolved);
        const filled = fillMasks(logged, { resolved, request });
        expect(specify(filled.resolved).request).toMatchObject({
          url: request.url,
          body: request.body,
          headers: expect.arrayContaining([...request.headers]),
        });
      }),
      { numRuns: 300 },
    );
  });
});

describe('a Ruby hash', () => {
  it('of any JSON is that JSON again, whether printed by Ruby or by JSON', () => {
    const inspect = (value: unknown): string => {
      if (value === null) return 'nil';
      if (Array.isArray(value)) return `[${value.map(inspect).join(', ')}]`;
      if (typeof value !== 'object')
        return typeof value === 'string' ? JSON.stringify(value).replace(/#(?=[{$@])/g, '\\#') : JSON.stringify(value);
      return `{${Object.entries(value)
        .map(([key, inner]) => `${JSON.stringify(key)}=>${inspect(inner)}`)
        .join(', ')}}`;
    };
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(rubyHashAsJson(inspect(value)))).toEqual(JSON.parse(JSON.stringify(value)));
        expect(JSON.parse(rubyHashAsJson(JSON.stringify(value)))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});
