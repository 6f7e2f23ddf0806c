import { describe, expect, it } from 'vitest';
import { createRedactor } from '../../../src/secrets/redactor.ts';
import { plantedSecrets, tellingParts } from './planted-secrets.ts';
import { spellings } from './spellings.ts';

const redactor = createRedactor(plantedSecrets);
const rawAndDecoded = Object.entries(spellings);

/** The texts around a secret in what this program writes. */
const forms: Readonly<Record<string, (text: string) => string>> = {
  text: (text) => `GET /v1 HTTP/1.1\nAuthorization: Bearer ${text}\nAccept: */*`,
  'a JSON string': (text) => JSON.stringify({ a: 1, value: `x ${text} y`, b: 'end' }),
  'JSON in JSON': (text) => JSON.stringify({ body: JSON.stringify({ value: text }) }),
  HTML: (text) => `<td title="t">${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')}</td>`,
  'a URL': (text) => `https://api.acme.test/v1/things?token=${encodeURIComponent(text)}&page=2`,
  base64: (text) => `Basic ${Buffer.from(`joe:${text}`).toString('base64')}`,
  'a shell command': (text) => `curl -H 'X-Key: ${text.replaceAll("'", "'\\''")}' https://api.acme.test`,
};

describe('the redactor, of twenty planted secrets', () => {
  it.each(Object.keys(forms))('leaves none in %s', (form) => {
    for (const secret of plantedSecrets) {
      const text = forms[form]?.(secret.value) ?? '';
      const redacted = redactor.redact(text);
      expect(redacted, secret.label).toContain(`‹${secret.label}›`);
      for (const part of tellingParts(secret))
        expect(
          decodings(redacted).some((decoded) => decoded.includes(part)),
          secret.label,
        ).toBe(false);
      expect(redactor.find(text), secret.label).toBe(secret.label);
      expect(redactor.find(redacted), secret.label).toBeNull();
      expect(redactor.redact(redacted), secret.label).toBe(redacted);
    }
  });

  it.each(rawAndDecoded)('finds each one %s', (_, spell) => {
    for (const secret of plantedSecrets) {
      const spelled = spell(secret.value);
      const redacted = redactor.redact(`before: ${spelled} – behind`);
      expect(redacted, secret.label).toContain(`‹${secret.label}›`);
      expect(redacted, secret.label).not.toContain(spelled);
      expect(redactor.find(redacted), secret.label).toBeNull();
    }
  });

  it('finds each one in the bytes of a file', () => {
    for (const { label, value } of plantedSecrets) {
      expect(redactor.find(Buffer.from(`\u0000\u00ff${value}`, 'utf8')), label).toBe(label);
      expect(redactor.find(Buffer.concat([Buffer.from([0xff, 0xfe, 0x80]), Buffer.from(value, 'utf8')])), label).toBe(label);
    }
    expect(redactor.find(Buffer.from('nothing of the kind'))).toBeNull();
  });

  it('finds the key of a PEM whose lines are joined, joined by blanks, or alone', () => {
    const pem = plantedSecrets.find(({ label }) => label === 'CREDENTIAL.pem');
    const lines = (pem?.value ?? '').trim().split('\n');
    for (const text of [lines.join(''), lines.join(' '), lines.slice(1, -1).join(''), ...lines.slice(1, -1)]) {
      const redacted = redactor.redact(`key=${text};`);
      for (const line of lines.slice(1, -1)) expect(redacted).not.toContain(line);
      expect(redacted).toContain('‹CREDENTIAL.pem›');
    }
    expect(redactor.redact('-----BEGIN PRIVATE KEY-----')).toBe('-----BEGIN PRIVATE KEY-----');
  });
});

describe('the redactor', () => {
  const { redact, find } = createRedactor([
    { label: 'CREDENTIAL.token', value: 'Zx81-kq7Lm-29Vt-Wp04' },
    { label: 'CREDENTIAL.copy', value: 'Zx81-kq7Lm-29Vt-Wp04' },
    { label: 'CREDENTIAL.user', value: 'jane.roe@acme.test' },
    { label: 'CREDENTIAL.user + CREDENTIAL.token', value: 'jane.roe@acme.test:Zx81-kq7Lm-29Vt-Wp04' },
  ]);

  it('gives the same secret the same label, whichever name it came under', () => {
    expect(redact('Zx81-kq7Lm-29Vt-Wp04 Zx81-kq7Lm-29Vt-Wp04')).toBe('‹CREDENTIAL.token› ‹CREDENTIAL.token›');
  });

  it('names what was made of two secrets by both', () => {
    expect(redact(`Basic ${Buffer.from('jane.roe@acme.test:Zx81-kq7Lm-29Vt-Wp04').toString('base64')}`)).toBe(
      'Basic ‹CREDENTIAL.user + CREDENTIAL.token›',
    );
  });

  it.each(['Zx81-kq7', 'Zx81-kq7L…', 'Zx81-kq7Lm-29Vt-W', '29Vt-Wp04', '…t-Wp04'.replace('…', '29V')])(
    'replaces the fragment %s',
    (fragment) => {
      expect(redact(`token ${fragment} refused`)).toContain('‹CREDENTIAL.token›');
      expect(find(fragment)).toBe('CREDENTIAL.token');
    },
  );

  it.each(['Zx81-kq', 'q7Lm-29V', 'Zx82-kq7Lm'])('leaves %s: seven characters, a middle, or another beginning', (fragment) => {
    expect(redact(`token ${fragment}.`)).toBe(`token ${fragment}.`);
  });

  it('replaces part of a base64 text that was cut', () => {
    const cut = Buffer.from('xx:Zx81-kq7Lm-29Vt-Wp04').toString('base64').slice(0, 18);
    expect(redact(`Basic ${cut}…`)).toBe('Basic ‹CREDENTIAL.token›…');
  });

  it('does not search in labels', () => {
    const named = createRedactor([{ label: 'CREDENTIAL.token_4711', value: 'token_4711' }]);
    expect(named.redact('a token_4711 b')).toBe('a ‹CREDENTIAL.token_4711› b');
    expect(named.find('‹CREDENTIAL.token_4711›')).toBeNull();
    expect(named.redact('‹CREDENTIAL.token_4711›')).toBe('‹CREDENTIAL.token_4711›');
  });

  it('writes labels that mean nothing to a shell, JSON or HTML', () => {
    expect(createRedactor([{ label: 'literal in a"b`$(c)<d>\n;e', value: 'secret-value-77' }]).redact('secret-value-77')).toBe(
      '‹literal in a_b___c__d___e›',
    );
  });

  it('leaves text without secrets as it is', () => {
    const text = '{"id":17,"text":"100% sure \\"yes\\" C:\\\\new\\u00e9 &amp; %zz","base64":"aGVsbG8gd29ybGQ="}';
    expect(redact(text)).toBe(text);
    expect(createRedactor([]).redact(text)).toBe(text);
    expect(createRedactor([{ label: 'CREDENTIAL.empty', value: '' }]).redact(text)).toBe(text);
  });

  it('leaves what a credential has in common with everything else', () => {
    const common = createRedactor([
      { label: 'CREDENTIAL.url', value: 'https://hooks.acme.test/services/T1/9f8e7d6c5b4a3928' },
      { label: 'CREDENTIAL.bearer', value: 'Bearer 9f8e7d6c5b4a392817' },
      { label: 'CREDENTIAL.word', value: 'password-Q7x9L2m4' },
    ]);
    for (const text of ['https://hooks.acme.test/services/', 'Bearer realm="api"', '"password":', 'https://other.test/a'])
      expect(common.redact(text)).toBe(text);
    expect(common.redact('9f8e7d6c5b4a392817')).toBe('‹CREDENTIAL.bearer›');
  });

  it('finds what follows a colon, and what base64 in a credential holds', () => {
    const pair = createRedactor([{ label: 'CREDENTIAL.pair', value: Buffer.from('joe:h4rd-to-guess').toString('base64') }]);
    expect(pair.redact('user joe, password h4rd-to-guess')).toBe('user joe, password ‹CREDENTIAL.pair›');
  });

  it('finds the secrets in a credential that is JSON, and leaves its everyday words', () => {
    const value = JSON.stringify({
      type: 'service_account',
      project_id: 'acme-prod',
      private_key_id: '8f7e6d5c4b3a29180f1e2d3c',
      client_secret: 'kjh-87Gd-lkj',
    });
    const json = createRedactor([{ label: 'CREDENTIAL.google', value }]);
    expect(json.redact('key 8f7e6d5c4b3a29180f1e2d3c, kjh-87Gd-lkj, type service_account')).toBe(
      'key ‹CREDENTIAL.google›, ‹CREDENTIAL.google›, type service_account',
    );
  });
});

describe('the redactor, of short and common values', () => {
  const secrets = [
    { label: 'CREDENTIAL.pin', value: 'x7!Q' },
    { label: 'CREDENTIAL.user', value: 'admin' },
    { label: 'CREDENTIAL.flag', value: 'true' },
    { label: 'CREDENTIAL.number', value: '481516' },
    { label: 'CREDENTIAL.word', value: 'opensesa' },
  ];
  const { redact, redactSent, find, unsearchable } = createRedactor(secrets);

  it('says which are not searched for in answers', () => {
    expect(unsearchable).toEqual(['CREDENTIAL.pin', 'CREDENTIAL.user', 'CREDENTIAL.flag']);
  });

  it('leaves them in answers', () => {
    const answer = '{"admin":true,"administrators":["admin"],"note":"x7!Q"}';
    expect(redact(answer)).toBe(answer);
    expect(find(answer)).toBeNull();
  });

  it('replaces numbers and words everywhere, but as a whole only', () => {
    expect(redact('id 481516, 14815162, opensesa, opensesame, "481516"')).toBe(
      'id ‹CREDENTIAL.number›, 14815162, ‹CREDENTIAL.word›, opensesame, "‹CREDENTIAL.number›"',
    );
  });

  it.each([
    ['x7!Q', '‹CREDENTIAL.pin›'],
    ['pin=x7%21Q&a=administrator', 'pin=‹CREDENTIAL.pin›&a=administrator'],
    ['user=admin&role=administrator', 'user=‹CREDENTIAL.user›&role=administrator'],
    ['{"user":"admin","admin":"no"}', '{"user":"‹CREDENTIAL.user›","‹CREDENTIAL.user›":"no"}'],
    ['Bearer admin', 'Bearer ‹CREDENTIAL.user›'],
    ['https://api.test/admin/true', 'https://api.test/admin/true'],
    [`Basic ${Buffer.from('admin:letmein').toString('base64')}`, 'Basic ‹CREDENTIAL.user›'],
    [`Basic ${Buffer.from('joe:x7!Q').toString('base64')}`, 'Basic ‹CREDENTIAL.pin›'],
  ])('replaces them in what was sent: %s', (sent, expected) => {
    expect(redactSent(sent)).toBe(expected);
    expect(redactSent(redactSent(sent))).toBe(expected);
  });
});

describe('tokens that nobody told of', () => {
  const { redact } = createRedactor([
    { label: 'CREDENTIAL.jwt', value: plantedSecrets.find(({ label }) => label === 'CREDENTIAL.jwt')?.value ?? '' },
  ]);
  const [header, claims, signature] = [{ alg: 'RS256' }, { iss: 'https://id.acme.test', exp: 1 }]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .concat('c2lnbmF0dXJl');

  it('keeps header and claims of a foreign JWT, and masks its signature', () => {
    expect(redact(`{"access_token":"${header}.${claims}.${signature}"}`)).toBe(
      `{"access_token":"${header}.${claims}.‹signature›"}`,
    );
  });

  it('gives a known JWT its label alone', () => {
    expect(redact(`Bearer ${plantedSecrets.find(({ label }) => label === 'CREDENTIAL.jwt')?.value}`)).toBe(
      'Bearer ‹CREDENTIAL.jwt›',
    );
  });

  it('keeps only the header of an encrypted one', () => {
    expect(redact(`${header}.aaaa.bbbb.cccc.dddd`)).toBe(`${header}.‹encrypted›`);
  });

  it('masks tokens by their shape', () => {
    expect(redact(`new token gho_${'a1B2'.repeat(9)}, webhook https://hooks.slack.com/services/T1/B2/abcdefgh`)).toBe(
      'new token ‹GitHub token›, webhook https://hooks.slack.com/services/‹Slack webhook›',
    );
  });
});

describe('what is public in a secret', () => {
  const webhook = 'https://hooks.slack.com/services/T02ABCDEF/B03GHIJKL/mN4oP5qR6sT7uV8wX9yZ0aBc';
  const spelled: Readonly<Record<string, string>> = {
    'as it stands': webhook,
    'percent-encoded': encodeURIComponent(webhook),
    'percent-encoded twice': encodeURIComponent(encodeURIComponent(webhook)),
    'in base64': Buffer.from(webhook).toString('base64'),
    'behind a scheme': `Bearer ${webhook}`,
  };
  it.each(Object.entries(spelled))('may be written by anybody: an address %s', (_, value) => {
    const { find } = createRedactor([{ label: 'CREDENTIAL.x', value }]);
    const other = 'https://api.acme.test/v1';
    for (const text of [other, encodeURIComponent(other), Buffer.from(other).toString('base64'), 'Bearer realm="x"'])
      expect([text, find(text)]).toEqual([text, null]);
    for (const text of [`a ${value} b`, `a ${value.slice(-12)}`]) expect([text, find(text)]).toEqual([text, 'CREDENTIAL.x']);
  });
});

/** The text, and what its base64 texts hold. */
function decodings(text: string): readonly string[] {
  return [
    text,
    decodeURIComponent(text.replace(/%(?![0-9A-Fa-f]{2})/g, '%25')),
    ...[...text.matchAll(/[A-Za-z0-9+/]{8,}={0,2}/g)].map(([run]) => Buffer.from(run, 'base64').toString('utf8')),
  ];
}
