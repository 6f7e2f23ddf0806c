import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readWorkingFile } from '../../../src/commands/compare/read-working.ts';
import type { Policy } from '../../../src/model/request-spec.ts';
import { fakeSurroundings } from '../cli/surroundings.ts';
import { workingCollection } from '../recall/working-collection.ts';

const policy: Policy = {
  redirects: { follow: true, limit: 5, keepAuthorization: false },
  tls: { verify: true },
  timeoutSeconds: 12,
  success: [{ from: 200, to: 299 }],
};
let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'read-working-'));
});
afterEach(() => rm(directory, { recursive: true }));

const surroundings = (standardInput?: string) =>
  fakeSurroundings({
    workingDirectory: directory,
    environment: { TOKEN: 'of-the-environment' },
    ...(standardInput === undefined ? {} : { standardInput }),
  });

async function keep(name: string, text: string): Promise<string> {
  const file = path.join(directory, name);
  await writeFile(file, text);
  return file;
}

describe('--working', () => {
  it('reads a command from a file or standard input, with the environment and files of the working directory', async () => {
    await keep('body.json', '{"a":1}');
    const command = 'curl -k -H "Authorization: Bearer $TOKEN" -d @body.json https://a.example';
    const file = await keep('command.sh', command);
    for (const [given, input] of [[file], ['-', command]] as const) {
      const around = surroundings(input);
      const { request, values, secrets } = await readWorkingFile(given, { policy, taken: ['acme'] }, around);
      expect(request.body).toEqual({ kind: 'text', text: ['{"a":1}'] });
      expect([...values]).toEqual([['working_authorization', 'of-the-environment']]);
      expect(secrets).toEqual([{ label: 'working Authorization', value: 'of-the-environment' }]);
      expect(around.told).toEqual([expect.stringContaining('--insecure')]);
      expect(around.told.join('')).not.toContain('of-the-environment');
    }
  });

  it('takes what stands behind # for the name of a request, unless a file is called so', async () => {
    const text = workingCollection.replaceAll('{origin}', 'https://a.example');
    const file = await keep('c.json', text);
    const read = async (given: string) => (await readWorkingFile(given, { policy, taken: [] }, surroundings())).request;
    expect((await read(`${file}#Folder/Create`)).method).toBe('POST');
    await expect(read(file)).rejects.toMatchObject({ code: 'collection' });
    await expect(read(`${file}#`)).rejects.toMatchObject({ code: 'collection' });
    const odd = await keep('a#b.sh', 'curl -X DELETE https://a.example');
    expect((await read(odd)).method).toBe('DELETE');
  });

  it('gives names that the action does not use', async () => {
    const file = await keep('command.sh', 'curl -u a:b-c-d https://a.example');
    const { values } = await readWorkingFile(file, { policy, taken: ['working_authorization'] }, surroundings());
    expect([...values.keys()]).toEqual(['working_authorization_2']);
  });

  it('says which file cannot be read', async () => {
    await expect(readWorkingFile(path.join(directory, 'none'), { policy, taken: [] }, surroundings())).rejects.toMatchObject({
      code: 'unreadable-file',
      message: expect.stringContaining('the request that works'),
    });
    for (const named of ['none.json', '.', '/dev/zero']) {
      const file = await keep('command.sh', `curl -d @${named} https://a.example`);
      await expect(readWorkingFile(file, { policy, taken: [] }, surroundings())).rejects.toMatchObject({
        code: 'unreadable-file',
        message: expect.stringContaining(`‹${named}›`),
      });
    }
  });
});
