import { describe, expect, test } from 'vitest';
import { parseActionFile } from '../../../src/parse/parse-action-file.ts';
import { pickAction } from '../../../src/parse/pick-action.ts';
import { errorOf } from './error-of.ts';
import { plain, textAt } from './places.ts';

const resource = `# the agents
resource "tines_agent" "webhook" {
  name       = "Hook"
  agent_type = "Agents::WebhookAgent"
  agent_options = jsonencode({ secret = "x" })
}
resource "tines_agent" "get" {
  name          = "Get \\"it\\""
  agent_type    = "Agents::HTTPRequestAgent"
  story_id      = tines_story.s.id // computed
  source_ids    = [tines_agent.webhook.id]
  lifecycle { ignore_changes = [name] }
  agent_options = jsonencode({
    "url" : "https://a.example/x", /* JSON keys */
    method = "get"
    headers = { Authorization = "Bearer <<CREDENTIAL.acme>>", "X-A": "1" }
    payload = { n = 1.50, ok = true, none = null, list = ["a", 2,] }
  })
}
`;

describe('Terraform', () => {
  test('resources give their actions, with names and places', () => {
    const file = parseActionFile(resource, 'main.tf');
    expect(file).toMatchObject({
      format: 'terraform',
      actions: [{ name: 'Get "it"', source: { pointer: '/resource.tines_agent.get' } }],
      others: ['Hook'],
    });
    const action = pickAction(file, undefined);
    expect(plain(action.options)).toEqual({
      url: 'https://a.example/x',
      method: 'get',
      headers: { Authorization: 'Bearer <<CREDENTIAL.acme>>', 'X-A': '1' },
      payload: { n: 1.5, ok: true, none: null, list: ['a', 2] },
    });
    const method = action.options.members[1];
    expect(method?.value.source?.pointer).toBe('/resource.tines_agent.get/agent_options/method');
    expect(method?.value.source && textAt(resource, method.value.source)).toMatch(/^"get"\n/);
    expect(method?.keySource && textAt(resource, method.keySource)).toMatch(/^method = /);
  });

  test.each([
    ['a call alone', 'jsonencode({"url":"https://a.example","method":"get"})'],
    ['an attribute alone', 'agent_options = jsonencode({ url = "https://a.example", method = "get" })\n'],
    ['a local value', 'locals {\n  options = jsonencode({ url = "https://a.example", method = "get" })\n}'],
    [
      'a here-document',
      'resource "tines_agent" "x" {\n  agent_type = "Agents::HTTPRequestAgent"\n  agent_options = <<-EOF\n    {"url":"https://a.example",\n     "method":"get"}\n  EOF\n}',
    ],
    [
      'a plain string',
      'resource "tines_agent" "x" {\n  agent_options = "{\\"url\\":\\"https://a.example\\",\\"method\\":\\"get\\"}"\n}',
    ],
  ])('%s gives the action', (_, text) => {
    const file = parseActionFile(text, 'main.tf');
    expect(file.format).toBe('terraform');
    expect(file.actions.map((action) => plain(action.options))).toEqual([{ url: 'https://a.example', method: 'get' }]);
    const source = file.actions[0]?.options.members[0]?.value.source;
    expect(source && textAt(text, source)).toMatch(/^\\?"https:/);
  });

  test('a story in a here-document keeps its story', () => {
    const text =
      'resource "tines_story" "s" {\n  data = <<EOF\n{"schema_version":18,"name":"S","agents":[{"type":"Agents::HTTPRequestAgent","name":"a","options":{"url":"u"}}]}\nEOF\n}\n';
    expect(parseActionFile(text, 'main.tf')).toMatchObject({
      format: 'terraform',
      actions: [
        { story: { name: 'S', schemaVersion: 18 }, source: { pointer: '/resource.tines_story.s/data/agents/0', line: 3 } },
      ],
    });
  });

  test.each([
    [`url = "https://\${var.host}/x"`, `\${var.host}`],
    ['url = var.url', `\${var.url}`],
    ['url = format("https://%s", local.host)', `\${format("https://%s", local.host)}`],
    ['url = true ? "a" : "b"', `\${true ? "a" : "b"}`],
    ['url = "a", payload = [for x in var.list : { y = x }]', `\${[for x in var.list : { y = x }]}`],
  ])('what only Terraform can fill in is asked for: %s', (attribute, text) => {
    const file = parseActionFile(
      `resource "tines_agent" "x" {\n  agent_type = "Agents::HTTPRequestAgent"\n  agent_options = jsonencode({ ${attribute} })\n}`,
      'main.tf',
    );
    const error = errorOf(() => pickAction(file, undefined));
    expect(error).toMatchObject({ code: 'unresolved-reference', details: { source: { line: 3 } } });
    expect(error.message).toContain(text.slice(0, 8));
  });

  test('without an action says where it may be', () => {
    const error = errorOf(() => parseActionFile('resource "tines_story" "s" {\n  data = file("story.json")\n}', 'main.tf'));
    expect(error).toMatchObject({ code: 'no-action' });
    expect(error.details.hint).toContain('‹story.json›');
  });

  test('of other providers is not taken for an action', () => {
    expect(
      errorOf(() => parseActionFile('data "http" "x" {\n  url = "https://a.example"\n  method = "GET"\n}', 'main.tf')).code,
    ).toBe('no-action');
  });

  test.each([
    'resource "a" "b" {\n  x = "unclosed\n}',
    'resource "a" "b" {\n  x = [1,\n}',
    'resource "a" "b" {\n  x = <<EOF\n',
    'resource "a" "b" {\n  x = ',
    'resource "a" "b" {',
  ])('%j is refused with a place', (text) => {
    expect(errorOf(() => parseActionFile(text, 'main.tf'))).toMatchObject({
      code: 'not-json',
      details: { source: { file: 'main.tf' } },
    });
  });

  test.each([
    'jsonencode(['.repeat(50_000),
    `x = ${'{a='.repeat(50_000)}`,
    `resource "a" "b" {\n${'x {\n'.repeat(50_000)}`,
    `resource "a" {\n x = "${'${"'.repeat(50_000)}`,
  ])('that is nested too deeply is refused', (text) => {
    expect(['too-deep', 'not-json']).toContain(errorOf(() => parseActionFile(text, 'main.tf')).code);
  });
});
