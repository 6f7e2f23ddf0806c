import { describe, expect, it } from 'vitest';
import type { Json } from '../../../src/model/json.ts';
import type { RecordedRequest } from '../../../src/model/outcome.ts';
import type { Text } from '../../../src/model/text.ts';
import { alignMasks } from '../../../src/recall/masks/align-masks.ts';
import { type FilledRequest, fillMasks } from '../../../src/recall/masks/fill-masks.ts';
import { specify } from '../../../src/specify/specify.ts';
import { credential, resolvedAction, text, type Written } from '../specify/resolved-action.ts';
import { document } from './recall-world.ts';

const mask = '*'.repeat(16);
const acme = credential('acme');
const user = credential('user');
const pass = credential('pass');
const pair = {
  name: 'pair',
  from: ['CREDENTIAL.user', 'CREDENTIAL.pass'],
  encodings: ['base64'],
  of: [user, ':', pass],
} as const;

const align = (logged: string, local: Text) => alignMasks(logged, { text: local, around: [] });

function logged(
  given: Partial<Omit<RecordedRequest, 'params' | 'body'>> & { readonly params?: unknown; readonly body?: unknown },
): RecordedRequest {
  const { params = {}, body = null, ...rest } = given;
  return {
    method: 'GET',
    url: 'https://api.example.com/a',
    headers: [],
    ...rest,
    params: document(params),
    body: document(body),
  };
}

function fill(record: RecordedRequest, options: { readonly [key: string]: Written }): FilledRequest {
  const resolved = resolvedAction(options);
  return fillMasks(record, { resolved, request: specify(resolved).request });
}

const sentBy = ({ resolved }: FilledRequest) => specify(resolved).request;
const headerOf = (filled: FilledRequest, name: string) => sentBy(filled).headers.find(([key]) => key === name)?.[1];

describe('a mask', () => {
  it.each<[string, string, Text, Text]>([
    ['behind a scheme', `Bearer ${mask}`, ['Bearer ', acme], ['Bearer ', acme]],
    ['alone', mask, [acme], [acme]],
    ['between literals, twice', `u=${mask}&p=${mask}`, ['u=', user, '&p=', pass], ['u=', user, '&p=', pass]],
    ['beside another', `${mask}${mask}`, [user, pass], [user, pass]],
    ['under another scheme than here', `Token ${mask}`, ['Bearer ', acme], ['Token ', acme]],
    ['under a doubled scheme', `Bearer Bearer ${mask}`, ['Bearer ', acme], ['Bearer Bearer ', acme]],
    ['in a longer text than here, by order', `x ${mask} y ${mask} z`, ['a', user, 'b', pass], ['x ', user, ' y ', pass, ' z']],
    ['by its neighbours, where there are fewer', `pass=${mask}`, ['user=', user, ', pass=', pass], ['pass=', pass]],
    ['inside of what a function made', `${mask}`, [pair], [pair]],
  ])('%s is filled', (_, record, local, expected) => {
    expect(align(record, local)).toMatchObject({ text: expected, unfilled: 0 });
  });

  it('that stands for nothing here is not filled', () => {
    expect(align(`k=${mask}`, ['k=v'])).toMatchObject({ text: [`k=${mask}`], unfilled: 1 });
    expect(align(`q ${mask}`, [user, '-', pass])).toMatchObject({ unfilled: 1 });
  });

  it('is filled by the only variable around it', () => {
    expect(alignMasks(`q ${mask}`, { text: undefined, around: [acme] })).toMatchObject({ text: ['q ', acme], unfilled: 0 });
  });
});

describe('no mask where a secret belongs', () => {
  it('is the empty text that Tines sent', () => {
    expect(align('Bearer ', ['Bearer ', acme])).toEqual({ text: ['Bearer '], unfilled: 0, empty: [acme], unmasked: [] });
  });

  it('is what Tines sent, as long as no function made it', () => {
    expect(align('Bearer null', ['Bearer ', acme])).toEqual({ text: ['Bearer null'], unfilled: 0, empty: [], unmasked: [] });
  });

  it('is not repeated where a function made it of a secret', () => {
    expect(align('Basic dXNlcjpwYXNz', ['Basic ', pair])).toEqual({
      text: ['Basic ', pair],
      unfilled: 0,
      empty: [],
      unmasked: [pair],
    });
  });
});

describe('the logged request', () => {
  it('is shown with names in the place of secrets, and holds no asterisks', () => {
    const filled = fill(
      logged({
        method: 'POST',
        url: `https://api.example.com/${mask}`,
        headers: [['Authorization', `Bearer ${mask}`]],
        body: { key: mask, list: ['x', `${mask}!`] },
      }),
      {
        method: 'post',
        content_type: 'json',
        url: text('https://api.example.com/', user),
        headers: { Authorization: text('Bearer ', acme) },
        payload: { key: text(pass), list: ['x', text(user, '!')] },
      },
    );
    expect(filled.isTrusted).toBe(true);
    expect(filled.recorded).toMatchObject({
      url: 'https://api.example.com/‹CREDENTIAL.user›',
      headers: [['Authorization', 'Bearer ‹CREDENTIAL.acme›']],
      body: {
        members: [
          { value: { value: '‹CREDENTIAL.pass›' } },
          { value: { items: [{ value: 'x' }, { value: '‹CREDENTIAL.user›!' }] } },
        ],
      },
    });
    expect(JSON.stringify(filled)).not.toContain(mask);
    expect(sentBy(filled).url).toEqual(['https://api.example.com/', expect.objectContaining({ name: 'user' })]);
  });

  it('is sent in the place of what the templates give', () => {
    const filled = fill(
      logged({
        method: 'PUT',
        url: 'https://api.example.com/users/',
        headers: [
          ['Accept', 'text/csv'],
          ['User-Agent', 'Other'],
          ['Content-Type', 'application/json'],
        ],
        body: { count: '5' },
      }),
      {
        method: 'put',
        content_type: 'application_json',
        user_agent: 'Mine',
        url: 'https://api.example.com/users/7',
        headers: { Accept: '*/*' },
        payload: { count: 5 },
      },
    );
    const request = sentBy(filled);
    expect(request).toMatchObject({
      method: 'PUT',
      url: ['https://api.example.com/users/'],
      body: { kind: 'text', text: ['{"count":"5"}'] },
    });
    expect(request.headers).toContainEqual(['Accept', ['text/csv']]);
    expect(request.headers).toContainEqual(['User-Agent', ['Other']]);
    expect(request.headers.filter(([name]) => name.toLowerCase() === 'content-type')).toEqual([
      ['Content-Type', ['application/json']],
    ]);
  });

  it('changes nothing where the log shows what the templates give', () => {
    const options = {
      method: 'post',
      content_type: 'json',
      url: 'https://api.example.com/a?b=1',
      headers: { 'X-Key': text(acme) },
      payload: { a: [1, null, true, 'x'], b: { c: text('k', acme) } },
    };
    const record = logged({
      method: 'POST',
      url: 'https://api.example.com/a?b=1',
      headers: [
        ['X-Key', mask],
        ['User-Agent', 'Tines (Advanced Security Automation; tines.io)'],
        ['Content-Type', 'application/json; charset=utf-8'],
      ],
      body: { a: [1, null, true, 'x'], b: { c: `k${mask}` } },
    });
    const before = specify(resolvedAction(options)).request;
    const after = sentBy(fill(record, options));
    expect({ ...after, headers: [...after.headers].sort() }).toEqual({ ...before, headers: [...before.headers].sort() });
  });

  it('has the parameters of a GET in its query, and keeps the policy of the action', () => {
    const filled = fill(logged({ params: { q: `a ${mask}`, ids: [1, 2] } }), {
      method: 'get',
      url: 'https://api.example.com/a',
      payload: { q: text('a ', acme), ids: [1, 2, 3] },
      timeout: 7,
    });
    const { url, policy } = sentBy(filled);
    expect(url).toEqual(['https://api.example.com/a?ids%5B%5D=1&ids%5B%5D=2&q=a+', { ...acme, encodings: ['form'] }]);
    expect(policy.timeoutSeconds).toBe(7);
  });

  it('has the parameters of a DELETE in its query where the log shows them there', () => {
    const filled = fill(logged({ method: 'DELETE', params: { id: mask, a: { b: 'c d' } } }), {
      method: 'delete',
      url: 'https://api.example.com/a',
      payload: { id: text(acme), a: { b: 'c d' } },
    });
    const { url, body } = sentBy(filled);
    expect(url).toEqual(['https://api.example.com/a?a%5Bb%5D=c+d&id=', { ...acme, encodings: ['form'] }]);
    expect(body).toEqual({ kind: 'none' });
  });

  it('fills a body that is logged as it is encoded', () => {
    const filled = fill(logged({ method: 'POST', body: `grant=x&secret=${mask}` }), {
      method: 'post',
      content_type: 'form',
      url: 'https://api.example.com/a',
      payload: { grant: 'x', secret: text(acme) },
    });
    expect(sentBy(filled).body).toEqual({ kind: 'text', text: ['grant=x&secret=', { ...acme, encodings: ['form'] }] });
  });

  it('fills Basic credentials that an option gives', () => {
    const filled = fill(logged({ headers: [['Authorization', `Basic ${mask}`]] }), {
      method: 'get',
      url: 'https://api.example.com/a',
      basic_auth: ['me', text(pass)],
    });
    expect(filled.isTrusted).toBe(true);
    expect(filled.recorded.headers).toEqual([['Authorization', expect.stringContaining('‹CREDENTIAL.pass›')]]);
  });

  it('shows the empty credential, and is sent with it', () => {
    const filled = fill(logged({ headers: [['Authorization', 'Bearer ']] }), {
      method: 'get',
      url: 'https://api.example.com/a',
      headers: { Authorization: text('Bearer ', acme) },
    });
    expect(filled.warnings.map(({ code }) => code)).toEqual(['empty-in-log']);
    expect(headerOf(filled, 'Authorization')).toEqual(['Bearer']);
  });

  it('is not trusted where a mask stands for nothing here', () => {
    const options = { method: 'get', url: 'https://api.example.com/a', headers: { 'X-A': text(user), 'X-B': text(pass) } };
    const filled = fill(logged({ headers: [['X-Other', mask]] }), options);
    expect(filled.isTrusted).toBe(false);
    expect(filled.warnings[0]).toMatchObject({ code: 'mask-unfilled', text: expect.stringContaining('‹headers.x-other›') });
    expect(filled.resolved.options).toEqual(resolvedAction(options).options);
  });

  it('keeps a multipart payload, which the log does not show as it was sent', () => {
    const options = {
      method: 'post',
      content_type: 'data',
      url: 'https://api.example.com/a',
      payload: { file: { contents: 'abc', filename: 'a.txt' } },
    };
    const record = logged({
      method: 'POST',
      headers: [['Content-Type', 'multipart/form-data']],
      body: { file: '#<Faraday::UploadIO>' },
    });
    expect(sentBy(fill(record, options)).body).toEqual(specify(resolvedAction(options)).request.body);
  });

  it('keeps the places of the user’s file', () => {
    const filled = fill(logged({ headers: [['X-Key', mask]] }), {
      method: 'get',
      url: 'https://api.example.com/a',
      headers: { 'x-key': text(acme) },
    });
    const headers = filled.resolved.options.members.find(({ key }) => key.toString() === 'headers')?.value;
    const first = headers?.kind === 'object' ? (headers.members[0]?.value satisfies Json<unknown> | undefined) : undefined;
    expect(first?.source?.pointer).toBe('/headers/x-key');
  });
});
