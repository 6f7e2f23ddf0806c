import { describe, expect, it } from 'vitest';
import { printShell } from '../../../src/emit/curl/print-shell.ts';
import { composedSecrets } from '../../../src/secrets/composed-secrets.ts';
import { explainUnsearchable } from '../../../src/secrets/explain-unsearchable.ts';
import { redactCommand } from '../../../src/secrets/redact-command.ts';
import { createRedactor } from '../../../src/secrets/redactor.ts';

describe('a command that is shown', () => {
  const redactor = createRedactor([{ label: 'literal in url', value: 'T01AB/B02CD/abcDEF123' }]);
  const command = {
    url: ['https://hooks.slack.test/services/T01AB/B02CD/abcDEF123'],
    options: [{ name: 'header', value: ['X-Key: T01AB/B02CD/abcDEF123'] }, { name: 'globoff' }],
    content: ['{"a":"T01AB/B02CD/abcDEF123"}', Buffer.from('\u0001T01AB/B02CD/abcDEF123'), Buffer.from([0xff, 1])],
    variables: [],
    losses: [],
  };

  it('has labels in the place of literal secrets, and the shell’s quotes around them', () => {
    const shown = redactCommand(command, redactor);
    expect(shown.content).toEqual(['{"a":"‹literal in url›"}', '‹literal in url›', Buffer.from([0xff, 1])]);
    expect(printShell({ ...shown, content: null }, 'bash').command).toBe(
      "curl --disable 'https://hooks.slack.test/services/‹literal in url›' \\\n  --header 'X-Key: ‹literal in url›' \\\n  --globoff",
    );
  });
});

describe('secrets that a request composes', () => {
  const password = { name: 'jira_token', from: ['CREDENTIAL.jira.token'], encodings: [] };
  const basic = { name: 'basic_jira', from: ['CREDENTIAL.jira.token'], encodings: ['base64' as const], of: ['joe:', password] };
  const policy = {
    redirects: { follow: true, limit: 10, keepAuthorization: false },
    tls: { verify: true },
    timeoutSeconds: 30,
    success: [],
  };
  const request = {
    method: 'GET',
    url: ['https://a.test'],
    headers: [['Authorization', ['Basic ', basic]] as const],
    body: { kind: 'none' as const },
    policy,
  };

  it('have the label of what they are made of, and are known before their encoding', () => {
    expect(composedSecrets(request, new Map([['jira_token', 'x7Q']]))).toEqual([
      { label: 'CREDENTIAL.jira.token', value: 'joe:x7Q' },
    ]);
    expect(composedSecrets(request, new Map())).toEqual([]);
  });
});

describe('short and common values', () => {
  it('are explained in one warning', () => {
    const [warning, ...more] = explainUnsearchable(
      createRedactor([
        { label: 'CREDENTIAL.pin', value: '12' },
        { label: 'CREDENTIAL.user', value: 'admin' },
      ]),
    );
    expect(warning?.code).toBe('short-secret');
    expect(warning?.text).toContain('‹CREDENTIAL.pin›, ‹CREDENTIAL.user›');
    expect(more).toEqual([]);
    expect(explainUnsearchable(createRedactor([{ label: 'CREDENTIAL.a', value: 'long-enough-7' }]))).toEqual([]);
  });
});
