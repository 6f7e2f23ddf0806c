import { describe, expect, it } from 'vitest';
import { typedSecrets } from '../../../src/secrets/typed-secrets.ts';
import { planted } from '../../e2e/planted-texts.ts';

/** The words, with dots for what is hidden in them. */
function shown(words: readonly string[]): string {
  return typedSecrets(words).reduce((text, secret) => text.replaceAll(secret, '•'.repeat(secret.length)), words.join(' '));
}

describe('words that hold no secret', () => {
  it.each([
    '--acton action.json',
    '--allowWrites --allow_writes --max.requests 3 --oauth2-bearer',
    'compre --action ./exports/2026-11-24T10-00-00Z/action (1).json',
    '--action /tmp/tmp.Xq3f9AbC12kLm0/action.json --out /tmp/tmp.Xq3f9AbC12kLm0/out',
    '--report json=/tmp/tmp.Xq3f9AbC12kLm0/report.json --report junit=out/7f3c9a2e51d84b6f.xml',
    '--report html=/tmp/tmp.Xq3f9AbC12kLm0/out',
    '--event C:\\Users\\joe\\7f3c9a2e51d84b6f\\event.json',
    '--action action-7f3c9a2e-51d8-4b6f-9c0e-d2a1b3c4e5f6.json',
    '--pick 7f3c9a2e51d84b6f9c0ed2a1b3c4e5f6 --run 7f3c9a2e-51d8-4b6f-9c0e-d2a1b3c4e5f6 --changed-since b6316e6a9795010a8a7ef13',
    '--now 2026-11-24T10:00:00Zulu --stale-after 24hours --max-body 100MiB --timeout 30s --shard 2/5 --expect-status 200-399,404',
    '--credential acme=env:ACME_API_TOKEN2 --credential acme=file:/run/secrets/acme --credential acme=prompt',
    '--credential acme=cmd:op read op://vault/acme/password',
    '--resource base_url=https://abc123def456.execute-api.eu-west-1.amazonaws.com/v2/users?page=1',
    '--tenant https://quiet-river-1234.tines.com',
    '--working collections/acme.postman_collection.json#Get users (v2)',
    'eval =MAP(items, LAMBDA(item, UPCASE(item.base64encoded) & SHA256("x509certificate")))',
    'explain credential-literal internationalizationSettingsOfTheTenant',
    '-a - -- --json',
  ])('%s', (line) => expect(shown(line.split(' '))).toBe(line));
});

/** The same places with a secret in each. */
const places: readonly (readonly [place: string, ...words: readonly string[]])[] = [
  ['in the place of a command', '?'],
  ['as a word', 'explain', '?'],
  ['as an option', '--?'],
  ['as a short option', '-?'],
  ['behind a short option', '-u?'],
  ['behind a user', '-uadmin:?'],
  ['as the value of an unknown option', '--token=?'],
  ['after an unknown option', '--api-key', '?'],
  ['in a header', '--header', 'Authorization: Bearer ?'],
  ['in a header behind its option', '-HX-Api-Key: ?'],
  ['in a header without an option', 'Authorization: Bearer ?'],
  ['as a credential', '--credential', '?'],
  ['as the source of a credential', '--credential', 'api=?'],
  ['as the name of a credential', '--credential=?=env:API'],
  ['as the variable of a credential', '--credential', 'api=env:?'],
  ['as the file of a credential', '--credential', 'api=file:?'],
  ['in the command of a credential', '--credential', 'api=cmd:echo ?'],
  ['as a path', '--action', '?'],
  ['as a short option’s path', '-a', '?'],
  ['behind the equals sign of a path', '--action=?'],
  ['as a resource', '--resource', 'api_token=?'],
  ['as a file of credentials', '--credentials', '?'],
  ['as the kind of a report', '--report', '?=out.json'],
  ['as a number', '--timeout', '?'],
  ['as a pick', '--pick', '?'],
  ['in an address', '--docs', 'https://docs.test/?/page'],
  ['in a query', '--tenant', 'https://x.tines.com/?api_key=?'],
  ['in the user info of an address', '--proxy', 'http://ops:?@proxy.test:8080'],
  ['in a formula', 'eval', 'UPCASE("?") & missing'],
  ['in curly quotes of JSON', '{"token":"?"}'],
];

const recognised: readonly (readonly [what: string, secret: string])[] = [
  ['a token', planted('bearer')],
  ['of Slack', planted('slack')],
  ['of GitHub', planted('github')],
  ['a JWT', planted('jwt')],
  ['the beginning of a JWT', planted('jwt').slice(0, 30)],
  ['of AWS', planted('aws')],
  ['groups of letters and digits', planted('header')],
  ['hexadecimal', 'a3f19c0d7e5b42688d1c'],
  ['base64', 'bWFyeTpoYWQrYWxpdHRsZTpsYW1i'],
  ['letters alone', 'AbCdEfGhIjKlMnOpQrStUvWx'],
  ['a password', 'Passw0rd!2024'],
  ['one line of a key', 'MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7VJTUt9Us8cKj'],
];

describe.each(recognised)('%s', (_, secret) => {
  // A hexadecimal id is what belongs there.
  const possible = places.filter(([place]) => place !== 'as a pick' || !/^[\da-f]+$/u.test(secret));
  it.each(possible)('%s', (_place, ...words) => {
    const line = shown(words.map((word) => word.replaceAll('?', (mark, at: number) => (word[at + 1] === 'a' ? mark : secret))));
    expect(line).toContain('••••');
    for (let start = 0; start + 8 <= secret.length; start += 1) expect(line).not.toContain(secret.slice(start, start + 8));
  });
});

describe('a secret like a word', () => {
  it.each([
    ['after a telling option', '--password', 'hunter'],
    ['as its value', '--client-secret=hunter'],
    ['as a user and a password', '--user', 'ops:hunter'],
    ['in a header', '-H', 'X-Key: hunter'],
    ['as a credential', '--credential', 'api=hunter'],
    ['behind a telling name', '--resource', 'password=hunter'],
  ])('%s', (_, ...words) => {
    expect(shown(words)).toContain('••••');
    expect(shown(words)).not.toContain('hunter');
  });
});
