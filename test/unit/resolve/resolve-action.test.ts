import { describe, expect, it } from 'vitest';
import { refusal, resolution, resolved } from './resolve-world.ts';

const scope = {
  credentials: { acme: 's3cret-value', user: 'u5er', key: 'k3y', jira: { email: 'a@b.c', token: 't0ken' }, empty: '' },
  data: { my_action: { body: { id: 7, name: 'Ann', list: [1, { a: 2.5 }], text: '', odd: 'a {{ b' } } },
  resources: { domain: 'example.com', settings: { limit: 5 } },
};

describe('templates in options', () => {
  it('become text, typed values where they are whole formulas, and stay as they are elsewhere', () => {
    const options = {
      url: 'https://<<RESOURCE.domain>>/users/<<my_action.body.id>>',
      payload: {
        plain: 'a < b',
        typed: '=my_action.body.list',
        text: '<<my_action.body.list>>',
        number: 5,
        'key_<<my_action.body.name>>': true,
        none: null,
      },
      timeout: '=RESOURCE.settings.limit',
    };
    expect(resolved(options, scope)).toEqual({
      url: 'https://example.com/users/7',
      payload: { plain: 'a < b', typed: ['#1', { a: '#2.5' }], text: '[1,{"a":2.5}]', number: '#5', key_Ann: true, none: null },
      timeout: '#5',
    });
  });

  it('match names without regard to case', () => {
    expect(resolved({ url: '<<CREDENTIAL.ACME>> <<RESOURCE.Domain>> <<My_Action.body.id>>' }, scope)).toEqual({
      url: '‹acme› example.com 7',
    });
  });

  it('are left alone in options about the answer', () => {
    const options = {
      url: 'u',
      customize_output: { x: '<<PAGE.body>>' },
      log_error_if: '=nothing.there = 1',
      manual_time: '600',
    };
    expect(resolved(options, scope)).toEqual(options);
  });

  it('take INPUT from the action, or from the scope, and LOCAL from the options', () => {
    const options = {
      url: '<<INPUT.channel_user_id>>/<<LOCAL.path>>',
      payload: '=LOCAL.final',
      local: { path: '<<LOCAL.part>>/x', part: 'p<<my_action.body.id>>', final: '=[INPUT.count, LOCAL.part]' },
    };
    const inputs = { 'Channel / User ID': 'C-<<my_action.body.name>>', Count: 3 };
    expect(resolved(options, scope, inputs)).toEqual({ url: 'C-Ann/p7/x', payload: ['#3', 'p7'] });
    expect(resolved(options, { ...scope, inputs: { count: 4 } }, inputs)).toEqual({ url: 'C-Ann/p7/x', payload: ['#4', 'p7'] });
  });

  it('lose the quotes around a whole pill', () => {
    expect(resolved({ payload: { ts: '"<<my_action.body.id>>"', kept: 'a "<<my_action.body.id>>"' } }, scope)).toEqual({
      payload: { ts: '7', kept: 'a "7"' },
    });
  });

  it('know the names of the story and of the action from the file', () => {
    expect(resolved({ url: '<<STORY.name>>|<<META.story.id>>|<<META.action.name>>' }, scope)).toEqual({
      url: 'The story|7|Call it',
    });
  });

  it('draw a random value of a LOCAL once', () => {
    const options = { url: '=LOCAL.n = LOCAL.n', payload: '<<LOCAL.n>> <<LOCAL.n>>', local: { n: '=UUID()' } };
    const { payload } = Object(resolved(options, scope));
    const [first, second] = String(payload).split(' ');
    expect(first).toBe(second);
  });

  it('keep bytes that are no text', () => {
    const data = { f: '/////w==' };
    expect(resolved({ payload: '<<BASE64_DECODE(f)>>' }, { data })).toEqual({ payload: 'bytes:ffffffff' });
  });
});

describe('secrets', () => {
  it('become variables as a whole, named after the credential or after what is done to it', () => {
    const headers = {
      a: 'Bearer <<CREDENTIAL.acme>>',
      b: 'Basic <<BASE64_ENCODE(CREDENTIAL.user & ":" & CREDENTIAL.key)>>',
      c: '<<CREDENTIAL.jira.email>>:<<CREDENTIAL.jira.token>>',
      d: '<<CREDENTIAL.jira>>',
      e: '="x" & CREDENTIAL.acme',
      f: '<<BASE64_ENCODE(CREDENTIAL.user & ":" & CREDENTIAL.key)>>',
      g: '<<DEFAULT(CREDENTIAL.acme, "none")>>',
    };
    const { resolved: action, values } = resolution({ headers }, scope);
    expect(resolved({ headers }, scope)).toEqual({
      headers: {
        a: 'Bearer ‹acme›',
        b: 'Basic ‹user_key_base64_encode›',
        c: '‹jira_email›:‹jira_token›',
        d: '‹jira›',
        e: '‹acme_text›',
        f: '‹user_key_base64_encode›',
        g: '‹acme›',
      },
    });
    expect(Object.fromEntries(values)).toEqual({
      acme: 's3cret-value',
      user_key_base64_encode: 'dTVlcjprM3k=',
      jira_email: 'a@b.c',
      jira_token: 't0ken',
      jira: '{"email":"a@b.c","token":"t0ken"}',
      acme_text: 'xs3cret-value',
    });
    expect(action.variables.find(({ name }) => name === 'user_key_base64_encode')?.from).toEqual([
      'CREDENTIAL.user',
      'CREDENTIAL.key',
    ]);
  });

  it('are seen through LOCAL and INPUT, whose own text around them stays', () => {
    const options = {
      headers: { a: '<<LOCAL.auth>>', b: '<<INPUT.token>>', c: '=LOCAL.all.auth', d: '<<UPCASE_NOT(1)>>' },
      local: { auth: 'Bearer <<CREDENTIAL.acme>>', all: { auth: '<<LOCAL.auth>>!', other: 1 } },
    };
    const { d: _, ...headers } = options.headers;
    expect(resolved({ ...options, headers }, scope, { Token: '=CREDENTIAL.acme' })).toEqual({
      headers: { a: 'Bearer ‹acme›', b: '‹acme›', c: 'Bearer ‹acme›!' },
    });
  });

  it('are only the leaves of a structure that depend on the credential', () => {
    const options = {
      payload: '=LOCAL.final',
      local: {
        all: { token: '=CREDENTIAL.acme', id: '=my_action.body.id', size: '=SIZE(CREDENTIAL.acme)', uuid: '=UUID()', none: '' },
        final: '=REJECT(LOCAL.all, LAMBDA(item, item = ""))',
      },
    };
    const { payload } = Object(resolved(options, scope));
    expect(payload).toEqual({
      token: '‹acme›',
      id: '#7',
      size: '#‹acme_reject›',
      uuid: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
  });

  it('are the whole part where its structure depends on the credential', () => {
    const { resolved: action, values } = resolution(
      { payload: '={"list": IF(CREDENTIAL.acme = "s3cret-value", [1], []), "id": 1}' },
      scope,
    );
    expect(action.variables).toHaveLength(1);
    expect([...values.values()]).toEqual(['[1]']);
  });

  it('make a text one variable where a tag asks about them', () => {
    const { resolved: action, values } = resolution({ url: 'a<%if CREDENTIAL.acme = "s3cret-value"%>b<%endif%>c' }, scope);
    expect(action.variables).toHaveLength(1);
    expect([...values.values()]).toEqual(['abc']);
  });

  it.each([
    '<<HEX_PARSE(CREDENTIAL.acme, error_on_invalid_hex: TRUE)>>',
    '<<JSON_PARSE(CREDENTIAL.acme)>>',
    '=1 + CREDENTIAL.acme',
    '=HEX_PARSE(BASE64_ENCODE(CREDENTIAL.acme), error_on_invalid_hex: TRUE)',
    '<<LOCAL.x>>',
    '{{ .CREDENTIAL.acme | hex_parse: error_on_invalid_hex: true }}',
  ])('never stand in an error: %s', (url) => {
    const { message, details } = refusal({ url, local: { x: '=HEX_PARSE(CREDENTIAL.acme, error_on_invalid_hex: TRUE)' } }, scope);
    expect(JSON.stringify([message, details])).not.toMatch(/s3cret|czNjcmV0/);
  });

  it('without a value stay names where none is needed', () => {
    const headers = {
      a: 'Bearer <<CREDENTIAL.new>>',
      b: '<<BASE64_ENCODE(CREDENTIAL.other.user)>>',
      c: '<<JSON_PARSE(CREDENTIAL.new).x>>',
      d: '<<CREDENTIAL.acme>>',
    };
    const { values } = resolution({ headers }, { ...scope, credentialValues: 'optional' });
    expect(resolved({ headers }, { ...scope, credentialValues: 'optional' })).toEqual({
      headers: { a: 'Bearer ‹new›', b: '‹other_user_base64_encode›', c: '‹new_x›', d: '‹acme›' },
    });
    expect([...values.keys()]).toEqual(['acme']);
  });

  it('keep apart what has the same name', () => {
    const headers = { a: '<<CREDENTIAL.a_text>>', b: '<<CREDENTIAL.a & "!">>', c: '<<CREDENTIAL.a & "?">>' };
    const credentials = { a: '1', a_text: '2' };
    expect(resolved({ headers }, { credentials })).toEqual({ headers: { a: '‹a_text›', b: '‹a_text_2›', c: '‹a_text_3›' } });
  });
});

describe('references without a value', () => {
  it.each([
    ['x<<nobody.body>>', 'data', [3, 6]],
    ['<<CREDENTIAL.nope>>', 'credential', [2, 15]],
    ['=RESOURCE.nope', 'resource', [1, 13]],
    ['<<INPUT.nope>>', 'input', [2, 10]],
    ['<<META.tenant.domain>>', 'data', [2, 11]],
    ['<<IF(nobody.status = 200, 1, 2)>>', 'data', [5, 6]],
    ['<<LOCAL.nope>>', 'data', [2, 10]],
  ])('stop the run: %s', (url, _, [offset, length]) => {
    const { code, details } = refusal({ url }, scope);
    expect([code, details.source?.pointer, details.within]).toEqual(['unresolved-reference', '/url', { offset, length }]);
  });

  it('name every way to supply them', () => {
    const hint = refusal({ url: '<<CREDENTIAL.my-key>>'.replace('-', '_') }, scope).details.hint ?? '';
    for (const way of ['--credential my_key=env:VARIABLE', '--credentials FILE', 'TINES_CREDENTIAL_MY_KEY', '--allow-unresolved'])
      expect(hint).toContain(way);
    expect(refusal({ url: '<<x.y>>' }).details.hint).toMatch(/--event FILE.*--data FILE.*--allow-unresolved/);
    expect(refusal({ url: '<<RESOURCE.x>>' }).details.hint).toMatch(/--resource x=VALUE/);
  });

  it('do not stop it where the formula provides for them', () => {
    const url =
      '<<DEFAULT(nobody.x, "d")>>|<<IF_ERROR(nobody.x, 1)>>|<<IS_BLANK(nobody)>>|<<IF(nobody.x, 1, 2)>>|<<nobody.x = NULL>>|<<IF(AND(NOT(nobody.x), my_action), 1, 2)>>|<<nobody |> DEFAULT(%, "p")>>';
    expect(resolved({ url }, scope)).toEqual({ url: 'd||true|2|true|1|p' });
  });

  it('become nothing if so wished', () => {
    const { resolved: action } = resolution(
      { url: 'a<<nobody.x>>b<<CREDENTIAL.nope>>', payload: { v: '=nobody.x' } },
      { ...scope, unresolved: 'empty' },
    );
    expect(
      resolved({ url: 'a<<nobody.x>>b<<CREDENTIAL.nope>>', payload: { v: '=nobody.x' } }, { ...scope, unresolved: 'empty' }),
    ).toEqual({ url: 'ab', payload: { v: null } });
    expect(action.findings.map(({ code }) => code)).toEqual(['resolved-to-nothing', 'resolved-to-nothing']);
  });

  it('are nothing, and noticed, below something that has a value', () => {
    const { resolved: action } = resolution({ url: 'a/<<my_action.body.nope>>' }, scope);
    expect(action.findings).toEqual([
      expect.objectContaining({ code: 'resolved-to-nothing', source: expect.objectContaining({ pointer: '/url' }) }),
    ]);
  });
});

describe('errors', () => {
  it.each([
    ['<<FROB(1)>>', 'unsupported-formula', 'Undefined function FROB'],
    ['<<5 / 0>>', 'formula-error', 'Cannot divide by zero.'],
    ['<<a b>>', 'formula-error', 'The formula should end here, but there is something else.'],
    ['a << b', 'formula-error', '‹<<› is never closed.'],
    ['<<LOCAL.a>>', 'formula-error', 'LOCAL.a is made from itself: LOCAL.a → LOCAL.b → LOCAL.a.'],
    ['{{ .my_action | frob }}', 'unsupported-formula', 'Undefined filter frob'],
    ['{% include "/etc/passwd" %}', 'template-error', 'The Liquid text cannot be read: tag "include" not found.'],
  ])('%s', (url, code, message) => {
    const error = refusal({ url, local: { a: '<<LOCAL.b>>', b: '<<LOCAL.a>>' } }, scope);
    expect([error.code, error.message]).toEqual([code, message]);
    expect(error.details.within).toBeDefined();
  });

  it('have the place of the LOCAL that is at fault', () => {
    const { details } = refusal({ url: 'x<<LOCAL.a>>', local: { a: 'abc <<1 / 0>>' } }, scope);
    expect([details.source?.pointer, details.within]).toEqual(['/local/a', { offset: 6, length: 5 }]);
  });

  it('stop a formula that would never end', () => {
    const url = '<<REDUCE(RANGE(1, 100), LAMBDA(text, n, text & text), "ab")>>';
    expect(refusal({ url }, scope).code).toBe('evaluation-limit');
  });
});

describe('findings', () => {
  it('tell of objects as text in a JSON payload, and of templates that nobody reads', () => {
    const { resolved: action } = resolution(
      { content_type: 'json', payload: { a: '<<my_action.body.list>>', b: '{{ x', c: '<<my_action.body.odd>>' } },
      scope,
    );
    expect(action.findings.map(({ code, source }) => `${code} ${source?.pointer}`)).toEqual([
      'stringified /payload/a',
      'template-left /payload/b',
      'template-left /payload/c',
    ]);
  });
});
