import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { bundleFiles } from '../../../src/bundle/bundle-files.ts';
import { packBundle } from '../../../src/bundle/pack-bundle.ts';
import type { Json } from '../../../src/model/json.ts';
import { parseJson } from '../../../src/parse/json/parse-json.ts';
import { action, literal, parseOne, partsWith, redactor, report } from './bundle-parts.ts';

const files = bundleFiles(partsWith());
const contentOf = (name: string): string => files.find((file) => file.name === name)?.content ?? '';

describe('a bundle', () => {
  it('has a fixed list of files, the readable one first', () => {
    expect(files.map(({ name }) => name)).toEqual([
      'README.md',
      'action.json',
      'options.json',
      'command.sh',
      'request.postman_collection.json',
      'request.postman_environment.json',
      'report.json',
      'environment.json',
      'manifest.json',
    ]);
  });

  it('shows no secret and no folder of the user', () => {
    for (const { name, content } of files) {
      expect(content, name).not.toContain(literal);
      expect(content, name).not.toContain('/home/joe');
      expect(redactor.find(content), name).toBeNull();
    }
    expect(JSON.parse(contentOf('report.json')).action.file).toBe('export.json');
    expect(JSON.parse(contentOf('report.json')).outcomes.postman.error.message).toBe('could not open ‹home›/ca.pem');
  });

  it('has the size and the hash of each file in its manifest', () => {
    const { files: listed } = JSON.parse(contentOf('manifest.json'));
    expect(listed).toEqual(
      files.slice(0, -1).map(({ name, content }) => ({
        name,
        bytes: Buffer.byteLength(content),
        sha256: createHash('sha256').update(content).digest('hex'),
      })),
    );
  });

  it('has the request for cURL and for Postman, secrets as names', () => {
    expect(contentOf('command.sh')).toContain('#   export TINES_CREDENTIAL_ACME\ncurl --disable');
    expect(contentOf('command.sh')).toContain("--header 'X-Api-Key: ‹literal in headers.X-Api-Key›'");
    const header = JSON.parse(contentOf('request.postman_collection.json')).item[0].request.header;
    expect(header).toContainEqual({ key: 'Authorization', value: 'Bearer {{acme}}' });
    expect(header).toContainEqual({ key: 'X-Api-Key', value: '‹literal in headers.X-Api-Key›' });
    expect(JSON.parse(contentOf('request.postman_environment.json')).values).toEqual([
      expect.objectContaining({ key: 'acme', value: '' }),
    ]);
  });

  it('says nothing of the machine but the versions', () => {
    expect(JSON.parse(contentOf('environment.json'))).toEqual({
      tool: '1.2.3',
      node: '20.20.2',
      curl: '7.88.1',
      newman: '6.2.2',
      system: 'linux',
    });
  });
});

describe('the action in a bundle', () => {
  it('can be read again: pills, digits, order and inputs are kept, literals are labels', () => {
    const again = parseOne(contentOf('action.json'));
    const expected = texts(action.options).map((text) => (text === literal ? '‹literal in headers.X-Api-Key›' : text));
    expect(texts(again.options)).toEqual(expected);
    expect(texts(parseJson(contentOf('options.json'), 'options.json'))).toEqual(expected);
    expect(again).toMatchObject({
      name: 'Get the things',
      guid: 'bf9903705644de72b881c9bb2fed4f55',
      disabled: false,
      story: { standardLibraryVersion: 36, actionRuntimeVersion: 4 },
    });
    expect(again.inputs.map(({ name, value }) => [name, ...texts(value)])).toEqual([['Kind', 'things']]);
  });

  it('can be read again without a name, a guid or a story', () => {
    const bare = parseOne('{"url":"https://a.test","method":"get"}');
    const [, file] = bundleFiles(partsWith({ action: bare }));
    expect(texts(parseOne(file?.content ?? '').options)).toEqual(texts(bare.options));
  });

  it('has a secret number as a text', () => {
    const numbered = parseOne('{"url":"https://a.test","method":"get","payload":{"pin":48151623}}');
    const [, , options] = bundleFiles(partsWith({ action: numbered, redact: (text) => text.replaceAll('48151623', '‹pin›') }));
    expect(JSON.parse(options?.content ?? '').payload).toEqual({ pin: '‹pin›' });
  });
});

describe('the readme of a bundle', () => {
  const readme = contentOf('README.md');

  it.each([
    '# Get the things',
    'cURL and Postman disagree.',
    '| Tines | status 401, recorded 2026-11-23T10:00:00Z |',
    '| cURL | status 401 |',
    '| Postman (Newman) | no answer: tls (EPROTO): could not open ‹home›/ca.pem |',
    'Verdict: `client-dependent`. Less certain because: the record is old.',
    '1. Paste `action.json`',
    'No link was given.',
    '| standard library version | `36` |',
    '| `format` | problem | see above |',
    '- `scheme-wrong` (likely): write "Bearer \\<\\<CREDENTIAL.acme\\>\\>"',
    '2 more in `report.json`.',
    '‹CREDENTIAL.pin›: short.',
  ])('says %s', (line) => {
    expect(readme).toContain(line);
  });

  it('lets no name be Markdown or HTML', () => {
    expect(readme).toContain('| story | `` Our story \\| with `marks` <b> `` |');
    const [hostile] = bundleFiles(
      partsWith({ report: { ...report, action: { ...report.action, name: '<img src=x>\n# x [a](http://b)\u001b[31m' } } }),
    );
    expect(hostile?.content.split('\n')[0]).toBe('# \\<img src=x\\> \\# x \\[a\\]\\(http://b\\)\ufffd\\[31m');
  });

  it('has the link to the documentation', () => {
    const [documented] = bundleFiles(partsWith({ report: { ...report, docs: 'https://docs.acme.test/things' } }));
    expect(documented?.content).toContain('## Documentation of the API\n\nhttps://docs.acme.test/things');
  });
});

describe('the zip of a bundle', () => {
  it('holds the files in their order, and is the same every time', () => {
    const zip = packBundle(files);
    const unpacked = unzipSync(zip);
    expect(Object.keys(unpacked)).toEqual(files.map(({ name }) => name));
    expect(Buffer.from(unpacked['README.md'] ?? []).toString('utf8')).toBe(contentOf('README.md'));
    expect(Buffer.compare(zip, packBundle(bundleFiles(partsWith())))).toBe(0);
    // The date of the first entry: 1 January 1980, midnight.
    expect([...zip.subarray(10, 14)]).toEqual([0, 0, 0x21, 0]);
  });
});

/** Every key and value, in order. */
function texts(json: Json): readonly string[] {
  switch (json.kind) {
    case 'object':
      return json.members.flatMap(({ key, value }) => [key, ...texts(value)]);
    case 'array':
      return json.items.flatMap(texts);
    case 'string':
      return [json.value];
    case 'number':
      return [json.text];
    case 'boolean':
      return [String(json.value)];
    case 'null':
      return ['null'];
    default:
      return json satisfies never;
  }
}
