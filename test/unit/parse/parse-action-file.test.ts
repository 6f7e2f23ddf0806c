import { describe, expect, test } from 'vitest';
import { parseActionFile } from '../../../src/parse/parse-action-file.ts';
import { errorOf } from './error-of.ts';
import { plain, textAt } from './places.ts';

const options = { url: 'https://api.example.com/a', method: 'get', headers: { Authorization: 'Bearer <<CREDENTIAL.acme>>' } };
const parse = (value: unknown) => parseActionFile(JSON.stringify(value), 'f.json');
const plainOptions = (value: unknown) => parse(value).actions.map((action) => plain(action.options));

describe('bare options', () => {
  test('are an action without a name', () => {
    expect(parse(options)).toMatchObject({
      format: 'options',
      actions: [{ name: '', source: { pointer: '' }, inputs: [], disabled: false }],
      others: [],
    });
    expect(plainOptions(options)).toEqual([options]);
  });

  test.each([
    [{ url: 'https://a.example' }],
    [{ url: 5 }],
    [{ method: 'get', payload: {} }],
    [{ url: 'x', method: 'get', an_option_of_tomorrow: true }],
  ])('%j are recognised', (value) => {
    expect(plainOptions(value)).toEqual([value]);
  });

  test('in a JSON string are read too, with places in the string', () => {
    const text = JSON.stringify(JSON.stringify(options));
    expect(plain(parseActionFile(text, 'f').actions[0]?.options ?? { kind: 'null' })).toEqual(options);
  });

  test('may have several in a list', () => {
    expect(parse([options, options]).actions.map((action) => action.source.pointer)).toEqual(['/0', '/1']);
  });
});

describe('copied actions', () => {
  test.each([
    'Agents::HTTPRequestAgent',
    'HTTPRequestAgent',
    'httpRequest',
    'http_request',
    'HTTP Request',
    'http-request-action',
  ])('of the type %s are recognised', (type) => {
    expect(parse({ type, name: 'a', options })).toMatchObject({ format: 'copied-action', actions: [{ name: 'a' }] });
  });

  test.each(['agents', 'actions'])('stand under %s, other types are named', (key) => {
    const file = parse({
      standardLibVersion: 90,
      actionRuntimeVersion: 7,
      [key]: [
        { type: 'Agents::TriggerAgent', name: 't', options: { url: 'x' } },
        { type: 'httpRequest', name: 'h', guid: 'g1', disabled: true, options },
        { type: 'webhook', options: {} },
      ],
    });
    expect(file).toMatchObject({
      format: 'copied-action',
      actions: [
        {
          name: 'h',
          guid: 'g1',
          disabled: true,
          source: { pointer: `/${key}/1` },
          story: { standardLibraryVersion: 90, actionRuntimeVersion: 7 },
        },
      ],
      others: ['t', 'webhook'],
    });
  });

  test('may have their options as a JSON string, whose inner places are exact', () => {
    const written = JSON.stringify({ url: 'https://a.example/"ä"\n', payload: { list: [1.5, true] } });
    const text = `{"agents":[{"type":"httpRequest","options":\n ${JSON.stringify(written)}}]}`;
    const [action] = parseActionFile(text, 'f').actions;
    expect(action?.source.pointer).toBe('/agents/0');
    const payload = action?.options.members[1]?.value;
    const list = payload?.kind === 'object' ? payload.members[0]?.value : undefined;
    const item = list?.kind === 'array' ? list.items[0] : undefined;
    expect(item?.source).toMatchObject({ pointer: '/agents/0/options/payload/list/0', line: 2 });
    expect(item?.source && textAt(text, item.source)).toMatch(/^1\.5,true/);
  });

  test('with options in camelCase get the names that Tines uses, keys of the user are left alone', () => {
    expect(
      plainOptions({
        type: 'httpRequest',
        options: { url: 'u', contentType: 'json', disableSslVerification: true, payload: { contentType: 1 } },
      }),
    ).toEqual([{ url: 'u', content_type: 'json', disable_ssl_verification: true, payload: { contentType: 1 } }]);
  });

  test('without a type are recognised by their options', () => {
    expect(parse({ name: 'a', schema_version: 28, options })).toMatchObject({
      format: 'copied-action',
      actions: [{ name: 'a', story: { schemaVersion: 28 } }],
    });
    expect(errorOf(() => parse({ name: 'a', options: { mode: 'extract' } })).code).toBe('no-action');
  });

  test('may lack options, or have them null', () => {
    const type = 'Agents::HTTPRequestAgent';
    expect(
      plainOptions([
        { type, name: 'a' },
        { type, options: null },
      ]),
    ).toEqual([{}, {}]);
  });

  test.each([
    ['a list', '[]'],
    ['a number', '5'],
    ['‹true›', 'true'],
  ])('with options that are %s are refused', (found, written) => {
    const error = errorOf(() => parseActionFile(`{"type":"httpRequest",\n"options": ${written}}`, 'f'));
    expect(error).toMatchObject({ code: 'wrong-type', details: { source: { pointer: '/options', line: 2, column: 12 } } });
    expect(error.message).toContain(found);
  });

  test('with a broken JSON string as options are refused at the place of the fault', () => {
    const text = '{"type":"httpRequest","options":"{\\"url\\": \\"x\\",}"}';
    const error = errorOf(() => parseActionFile(text, 'f'));
    expect(error).toMatchObject({ code: 'not-json', details: { source: { pointer: '/options' } } });
    expect(error.details.source && textAt(text, error.details.source)).toBe('}"}');
  });
});

describe('story exports', () => {
  const agent = (name: string, type = 'HTTPRequestAgent') => ({ type: `Agents::${type}`, name, guid: `g-${name}`, options });
  const story = {
    schema_version: 27,
    standard_lib_version: 83,
    action_runtime_version: 44,
    name: 'Outer',
    guid: 's1',
    agents: [agent('w', 'WebhookAgent'), agent('one')],
    links: [{ source: 0, receiver: 1 }],
    send_to_stories: [
      {
        name: 'Inner',
        agents: [agent('two')],
        send_to_stories: [{ schema_version: 3, name: 'Innermost', agents: [agent('three')] }],
      },
    ],
    integrations: [
      {
        action_guid: 'g-two',
        action_inputs: [
          { name: 'Channel / User ID', type: 'TEXT', value: '"C1 <<a.b>>"' },
          { name: 'Filters', type: 'OBJECT', value: '[{"field":"x"}]' },
          { name: 'Per page', type: 'NUMBER', value: '500' },
          { name: 'Odd', type: 'TEXT', value: 'not json' },
          { name: 'Unset', type: 'TEXT' },
        ],
      },
    ],
  };

  test('give the actions of all stories in the order of the file', () => {
    const file = parse(story);
    expect(file).toMatchObject({ format: 'story-export', others: ['w'] });
    expect(
      file.actions.map((action) => [action.name, action.source.pointer, action.story?.name, action.story?.schemaVersion]),
    ).toEqual([
      ['one', '/agents/1', 'Outer', 27],
      ['two', '/send_to_stories/0/agents/0', 'Inner', 27],
      ['three', '/send_to_stories/0/send_to_stories/0/agents/0', 'Innermost', 3],
    ]);
    expect(file.actions[0]?.story).toEqual({
      name: 'Outer',
      guid: 's1',
      schemaVersion: 27,
      standardLibraryVersion: 83,
      actionRuntimeVersion: 44,
    });
  });

  test('give the template inputs of an action, decoded', () => {
    const [one, two] = parse(story).actions;
    expect(one?.inputs).toEqual([]);
    expect(two?.inputs.map((input) => [input.name, input.type, plain(input.value)])).toEqual([
      ['Channel / User ID', 'TEXT', 'C1 <<a.b>>'],
      ['Filters', 'OBJECT', [{ field: 'x' }]],
      ['Per page', 'NUMBER', 500],
      ['Odd', 'TEXT', 'not json'],
    ]);
    expect(two?.inputs[1]?.value).toMatchObject({
      items: [{ members: [{ value: { source: { pointer: '/integrations/0/action_inputs/1/value/0/field' } } }] }],
    });
  });

  test('do not give what stands inside of an action', () => {
    const nested = { ...agent('e', 'EventTransformationAgent'), options: { payload: { agents: [agent('hidden')] } } };
    expect(
      parse({ ...story, agents: [nested], send_to_stories: [{ agents: [agent('seen')] }] }).actions.map((action) => action.name),
    ).toEqual(['seen']);
  });

  test('read the last of repeated keys, as every JSON reader does', () => {
    const text = `{"agents":[${JSON.stringify(agent('first'))}],"agents":[${JSON.stringify(agent('last'))}]}`;
    expect(parseActionFile(text, 'f').actions.map((action) => action.name)).toEqual(['last']);
  });
});

describe('answers of the REST API', () => {
  const action = { id: 941613, type: 'Agents::HTTPRequestAgent', story_id: 97469, name: 'r', guid: 'g', options };

  test.each([
    ['an object', action, ''],
    ['a list with meta', { agents: [action], meta: { pages: 1 } }, '/agents/0'],
    ['a bare list', [action], '/0'],
    ['a wrapper', { action }, '/action'],
    ['an event that holds one', { get: { body: { agent: action }, status: 200 } }, '/get/body/agent'],
  ])('as %s give the action', (_, value, pointer) => {
    expect(parse(value)).toMatchObject({
      format: 'rest',
      actions: [{ id: 941613, name: 'r', guid: 'g', story: { id: 97469 }, source: { pointer } }],
    });
  });

  test('the request that creates a template is an action with inputs', () => {
    const template = {
      name: 't',
      agent_type: 'Agents::HTTPRequestAgent',
      agent_options: options,
      action_inputs: [{ name: 'Client number', type: 'TEXT', value: '"7"' }],
    };
    expect(parse(template)).toMatchObject({
      format: 'rest',
      actions: [{ name: 't', inputs: [{ name: 'Client number', value: { value: '7' } }] }],
    });
  });

  test.each([
    ['integration', { action_inputs: [{ name: 'A', type: 'TEXT', value: '"x"' }] }],
    ['integrations', [{ action_inputs: [{ name: 'A', type: 'TEXT', value: '"x"' }] }]],
  ])('inputs under %s of the action itself are read', (key, value) => {
    expect(parse({ name: 'a', options, [key]: value }).actions[0]?.inputs).toMatchObject([{ name: 'A', value: { value: 'x' } }]);
  });
});

describe('control characters and prototype names', () => {
  test('in names and keys are only text', () => {
    const [action] = parseActionFile(
      '{"type":"httpRequest","name":"\\u001b[31m__proto__","__proto__":{"options":1},"options":{"url":"u","__proto__":{}}}',
      'f',
    ).actions;
    expect(action?.name).toBe('\u001b[31m__proto__');
    expect(action?.options.members.map((member) => member.key)).toEqual(['url', '__proto__']);
  });
});
