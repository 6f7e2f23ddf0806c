import { describe, expect, it } from 'vitest';
import { errorOf } from '../parse/error-of.ts';
import { eventOf, noteCodes, recall, responseOf } from './recall-world.ts';

const answer = { status: 401, headers: { 'content-type': 'application/json' }, body: { error: 'no' } };
const inbound = {
  id: 500,
  agent_id: 20,
  payload: { start: { id: 7, extra: true } },
  created_at: '2026-11-24T10:59:59Z',
  story_run_guid: 'run-1',
};

describe('forms of an event', () => {
  it.each([
    ['an event', eventOf(answer)],
    ['a list', [eventOf(answer)]],
    ['an API answer', { events: [eventOf(answer)], meta: { pages: 1 } }],
    ['an event in an envelope', { event: eventOf(answer) }],
    ['JSON inside of a text', JSON.stringify(eventOf(answer))],
    ['a payload that is JSON inside of a text', { ...eventOf(answer), payload: JSON.stringify({ look_up_user: answer }) }],
    ['only what the action got', answer],
    ['a payload by action name', { start: { id: 7 }, look_up_user: answer }],
    ['camel case', { id: '501', agentId: 21, payload: { look_up_user: answer }, createdAt: '2026-11-24T11:00:00Z' }],
  ])('reads %s', (_, event) => {
    const { status, headers, body } = responseOf(recall({ events: [event] }));
    expect({ status, headers, kind: body?.kind }).toEqual({
      status: 401,
      headers: [['content-type', 'application/json']],
      kind: 'json',
    });
  });

  it('reads a status alone, and keeps headers and body absent', () => {
    expect(responseOf(recall({ events: [{ status: 0 }] }))).toEqual({ status: 0 });
  });

  it('says that a list of events is empty', () => {
    const recollection = recall({ events: [{ events: [], meta: {} }] });
    expect(recollection.outcome.status).toBe('unknown');
    expect(noteCodes(recollection)).toEqual(['no-events']);
  });
});

describe('data', () => {
  it('gives the payload without the action’s own part', () => {
    const { data } = recall({
      events: [eventOf(answer, { payload: { start: { id: 7 }, 'Some Webhook': 1, META: {}, look_up_user: answer } })],
    });
    expect([...data.keys()]).toEqual(['start', 'some_webhook', 'META']);
  });

  it('takes the event that came in where it is given, too', () => {
    const { data, outcome } = recall({ events: [inbound, eventOf(answer, { payload: { look_up_user: answer } })] });
    expect(outcome.status).toBe('recorded');
    expect(data.get('start')).toMatchObject({ kind: 'object', members: [{ key: 'id' }, { key: 'extra' }] });
  });

  it('takes an event that came in alone, and says that it tells nothing of the outcome', () => {
    const recollection = recall({ events: [inbound] });
    expect(recollection.outcome.status).toBe('unknown');
    expect([...recollection.data.keys()]).toEqual(['start']);
    expect(noteCodes(recollection)).toContain('no-own-event');
  });

  it('keeps the digits of large numbers', () => {
    const text = '{"start":{"id":12345678901234567890},"look_up_user":{"status":200,"body":""}}';
    expect(recall({ events: [text] }).data.get('start')).toMatchObject({
      members: [{ value: { text: '12345678901234567890' } }],
    });
  });
});

describe('the event of an action', () => {
  it('is found by id before name: later actions’ events have the name, too', () => {
    const later = eventOf({ ...answer, status: 500 }, { id: 502, agent_id: 22, created_at: '2026-11-24T11:30:00Z' });
    expect(responseOf(recall({ events: [later, eventOf(answer)] })).status).toBe(401);
  });

  it('is found by guid', () => {
    expect(responseOf(recall({ events: [eventOf(answer, { agent_id: 'a'.repeat(32) })], action: { id: null } })).status).toBe(
      401,
    );
  });

  it('is found by name where the file has no id, and is the run’s first with it', () => {
    const later = eventOf(answer, {
      id: 502,
      agent_id: 22,
      payload: { start: {}, look_up_user: answer, next: { status: 200, body: '' } },
      created_at: '2026-11-24T11:00:05Z',
    });
    const { data } = recall({ events: [later, eventOf(answer, { agent_id: 99 })], action: { id: null, guid: null } });
    expect([...data.keys()]).toEqual(['start']);
  });

  it.each([
    ['Get DHCP search results', 'get_dhcp_search_results'],
    ['Testing-1 2 3', 'testing_1_2_3'],
    ['Récupérer  l’hôte?', 'recuperer_l_hote'],
    ['查询 user', 'user'],
  ])('has the action’s name ‹%s› as ‹%s›', (name, key) => {
    expect(responseOf(recall({ events: [{ [key]: answer }], action: { id: null, name } })).status).toBe(401);
  });

  it('is taken with a note where the action was renamed, or has no name', () => {
    expect(noteCodes(recall({ events: [eventOf(null, { payload: { start: {}, old_name: answer } })] }))).toEqual(['renamed']);
    const bare = recall({ events: [{ start: { id: 1 }, whatever: answer }], action: { id: null, guid: null, name: '' } });
    expect(responseOf(bare).status).toBe(401);
    expect(noteCodes(bare)).toEqual(['name-assumed']);
  });

  it('of other actions only is refused, with what was found', () => {
    const error = errorOf(() =>
      recall({ events: [{ unrelated: answer, other_thing: {} }], action: { options: { url: 'https://x.example' } } }),
    );
    expect(error.code).toBe('event');
    expect(error.message).toContain('‹Look up user›');
    expect(error.details.hint).toContain('‹look_up_user›');
    expect(error.details.notes?.join()).toContain('‹unrelated›, ‹other_thing›');
    expect(error.details.source?.file).toBe('event.json');
  });
});

describe('what Tines recorded', () => {
  it('has bodies in their kinds', () => {
    const kindOf = (part: unknown) => responseOf(recall({ events: [eventOf(part)] })).body;
    expect(kindOf({ status: 200, body: '<html>' })).toEqual({ kind: 'text', text: '<html>' });
    expect(kindOf({ status: 204, body: null })).toEqual({ kind: 'text', text: '' });
    expect(kindOf({ status: 200, headers: { 'Content-Type': 'application/json' }, body: null })?.kind).toBe('json');
    expect(kindOf({ status: 200, body: [1] })?.kind).toBe('json');
    expect(kindOf({ status: 200 })).toBeUndefined();
  });

  it('has a file as its hashes, counted from its contents', () => {
    const file = {
      filename: 'a.png',
      content_type: 'image/png',
      md5: 'ABC',
      sha256: 'wrong',
      sizeinbytes: 99,
      base64encodedcontents: 'aGVsbG8=',
    };
    expect(responseOf(recall({ events: [eventOf({ status: 200, body: file })] })).body).toEqual({
      kind: 'file',
      size: 5,
      sha256: '2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824',
      md5: 'abc',
      filename: 'a.png',
      contentType: 'image/png',
    });
    const hashes = { sha256: 'FF', sizeinbytes: '7' };
    expect(responseOf(recall({ events: [eventOf({ status: 200, body: hashes })] })).body).toEqual({
      kind: 'file',
      size: 7,
      sha256: 'ff',
    });
  });

  it('says that XML was parsed to an object', () => {
    const part = { status: 200, headers: { 'content-type': 'text/xml; charset=utf-8' }, body: { root: { a: '1' } } };
    expect(noteCodes(recall({ events: [eventOf(part)] }))).toEqual(['xml-as-object']);
  });

  it('reads a status as text, and headers with several values', () => {
    const recollection = recall({
      events: [eventOf({ status: '403', headers: { 'Set-Cookie': ['a=1', 'b=2'], 'x-n': 5, gone: null }, body: '' })],
    });
    expect(responseOf(recollection)).toMatchObject({
      status: 403,
      headers: [
        ['set-cookie', 'a=1'],
        ['set-cookie', 'b=2'],
        ['x-n', '5'],
      ],
    });
    expect(noteCodes(recollection)).toEqual(['status-as-text']);
  });

  it('is not known where customize_output replaces it; the data are', () => {
    const action = { options: { url: 'https://x.example', customize_output: { ok: '=TRUE' } } };
    const recollection = recall({ events: [eventOf({ ok: true })], action });
    expect(recollection.outcome).toEqual({ client: 'tines', status: 'unknown' });
    expect(recollection.notes[0]?.text).toContain('customize_output');
    expect([...recollection.data.keys()]).toEqual(['start']);
    expect(recall({ events: [eventOf({ status: 'fine', body: 1 })], action }).outcome.status).toBe('unknown');
  });

  it.each([
    [{ status: true, body: '' }, '/payload/look_up_user/status', 'a boolean'],
    [{ status: 4711, body: '' }, '/payload/look_up_user/status', '‹4711›'],
    [{ status: -1, body: '' }, '/payload/look_up_user/status', '‹-1›'],
    [{ status: 200, headers: 'x', body: '' }, '/payload/look_up_user/headers', 'a text'],
    [{ status: 200, headers: { a: { b: 1 } } }, '/payload/look_up_user/headers/a', 'an object'],
  ])('is refused with its place for a wrong type: %j', (part, pointer, found) => {
    const error = errorOf(() => recall({ events: [eventOf(part)] }));
    expect(error.code).toBe('event');
    expect(error.details.source?.pointer).toBe(pointer);
    expect(error.message).toContain(found);
    expect(error.details.hint).not.toBe('');
  });

  it.each([
    [{ action_logs: [] }, '--log'],
    [{ agents: [] }, '--action'],
    [7, 'copy it'],
    [['x'], 'copy it'],
    [{ id: 1, payload: [] }, 'copy it'],
  ])('is refused where it is something else: %j', (event, hint) => {
    const error = errorOf(() => recall({ events: [event] }));
    expect(error.code).toBe('event');
    expect(error.details.hint).toContain(hint);
  });
});
