import { describe, expect, it } from 'vitest';
import { contentText } from '../../../src/emit/content-text.ts';
import { displayText } from '../../../src/emit/display-text.ts';
import { requestContent } from '../../../src/emit/request-content.ts';
import { readWorking } from '../../../src/import/read-working.ts';
import { parseJson } from '../../../src/parse/json/parse-json.ts';
import { isSensitiveName } from '../../../src/secrets/literals/sensitive-name.ts';
import { workingCollection } from './working-collection.ts';
import { workingCommands } from './working-commands.ts';

function read(text: string, taken: readonly string[] = [], name?: string) {
  return readWorking(text.replaceAll('{origin}', 'https://a.example').replaceAll('{host}', 'a.example'), {
    file: 'working',
    ...(name === undefined ? {} : { name }),
    policy: {
      redirects: { follow: false, limit: 5, keepAuthorization: false },
      tls: { verify: true },
      timeoutSeconds: 9,
      success: [],
    },
    variable: () => undefined,
    readBytes: () => new Uint8Array(),
    isSecretName: isSensitiveName,
    parseJson,
    taken: new Set(taken),
  });
}

/** Everything that could be printed of a request. */
function shownOf({ request }: ReturnType<typeof read>): string {
  const content = requestContent(request.body);
  return [
    displayText(request.url),
    ...request.headers.map(([name, value]) => `${name}: ${displayText(value)}`),
    ...(content === null ? [] : [displayText(contentText(content) ?? [])]),
  ].join('\n');
}

describe('credentials of a request that works', () => {
  it.each([
    ['-H "Authorization: Bearer abc.def-123"', 'Authorization: Bearer ‹working Authorization›', ['abc.def-123']],
    ['-H "Authorization: abc.def-123"', 'Authorization: ‹working Authorization›', ['abc.def-123']],
    [
      '-u me:pass-word-1',
      'Authorization: Basic ‹working Authorization›',
      [btoa('me:pass-word-1'), 'me:pass-word-1', 'pass-word-1'],
    ],
    [
      '-u sk_test_abcdef:',
      'Authorization: Basic ‹working Authorization›',
      [btoa('sk_test_abcdef:'), 'sk_test_abcdef:', 'sk_test_abcdef'],
    ],
    ['-b "sid=c-0123456; lang=en; x"', 'Cookie: sid=‹working Cookie sid›; lang=‹working Cookie lang›; x', undefined],
    ['-H "X-Api-Key: k-0123456789"', 'X-Api-Key: ‹working X-Api-Key›', ['k-0123456789']],
    ['-G -d token=a%2Fb-01234 -d a=1', 'https://a.example/?token=‹working token›&a=1', ['a%2Fb-01234', 'a/b-01234']],
    ['-d "a=1&client_secret=s%20x-0123"', 'a=1&client_secret=‹working client_secret›', ['s%20x-0123', 's x-0123']],
    [
      `-d '{"a":{"password" : "p\\"w-0123"},"b":"c"}'`,
      '{"a":{"password" : "‹working password›"},"b":"c"}',
      ['p\\"w-0123', 'p"w-0123'],
    ],
    ['-F password=p-01234567', '‹working password›', ['p-01234567']],
    ['-F \'body={"token":"t-01234567"}\'', '{"token":"‹working token›"}', ['t-01234567']],
  ])('%s', (words, shown, secrets) => {
    const working = read(`curl https://a.example ${words}`);
    expect(shownOf(working)).toContain(shown.replace('; x', '; ‹working Cookie›').replace('/?token', '/?token'));
    if (secrets !== undefined) expect(working.secrets.map(({ value }) => value)).toEqual(secrets);
    for (const { value } of working.secrets.filter((secret) => secret.value.length > 5))
      expect(shownOf(working)).not.toContain(value);
  });

  it('have names of their own, the same one for the same value', () => {
    const working = read('curl https://a.example/?token=t-1&token=t-2', []);
    expect([...working.values.keys()]).toEqual(['working_token']);
    const two = read("curl 'https://a.example/?token=t-1&token=t-2' -d token=t-1", ['working_token']);
    expect([...two.values]).toEqual([
      ['working_token_2', 't-1'],
      ['working_token_3', 't-2'],
    ]);
  });

  it('never stand in what can be shown, whatever the command', () => {
    const known =
      /sk_test_4eC39|ghp_0123|xoxb-1234|your_auth_token|s3cr3t-value-0001|api-token-value-1|changeme-now|abc-def-123456|c2lnbmF0dXJl|0123456789abcdef|ABCDEF0123456789|dXNlcjpw|mF_9|pa:ss|abcdef123|tok-0123456789|k-0123456789|pass-word-1/u;
    for (const { command } of workingCommands) expect(shownOf(read(command))).not.toMatch(known);
    for (const number of [1, 2, 3, 4, 5, 6, 7, 8])
      expect(shownOf(read(workingCollection, [], String(number)))).not.toMatch(known);
  });
});
