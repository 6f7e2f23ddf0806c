import { describe, expect, it } from 'vitest';
import { HarnessError } from '../../../src/harness-error.ts';
import { credentialsOfEnvironment, parseCredentials } from '../../../src/secrets/credentials-file.ts';
import { splitCommand } from '../../../src/secrets/sources/split-command.ts';

describe('a file of credentials', () => {
  it('is a list of lines, names in lower case', () => {
    const text = '\ufeff# mine\nACME=abc=def\nTINES_CREDENTIAL_JIRA="two words"\nexport other=\'x#y\'\n';
    expect([...parseCredentials(text, '.env')]).toEqual([
      ['acme', 'abc=def'],
      ['jira', 'two words'],
      ['other', 'x#y'],
    ]);
  });

  it('gives fields to a credential', () => {
    expect(parseCredentials('jira.email=a@b.test\njira.apiToken=t-1\n', '.env')).toEqual(
      new Map([
        [
          'jira',
          new Map([
            ['email', 'a@b.test'],
            ['apiToken', 't-1'],
          ]),
        ],
      ]),
    );
    expect(parseCredentials('{"Jira":{"email":"a@b.test","deep":{"x":1}},"CREDENTIAL.one":"two"}', 'c.json')).toEqual(
      new Map<string, unknown>([
        [
          'jira',
          new Map([
            ['email', 'a@b.test'],
            ['deep.x', '1'],
          ]),
        ],
        ['one', 'two'],
      ]),
    );
  });

  it('keeps the digits of numbers, and names that objects have', () => {
    expect(parseCredentials('{"pin":12345678901234567890,"__proto__":"p","constructor":true}', 'c.json')).toEqual(
      new Map([
        ['pin', '12345678901234567890'],
        ['__proto__', 'p'],
        ['constructor', 'true'],
      ]),
    );
  });

  it.each([
    ['{"a": "s3cret-value", }', 'line 1, column'],
    ['{"a": ["s3cret-value"]}', '‹a›'],
    ['["s3cret-value"]', 'no object'],
    ['just s3cret-value\n', 'holds no credential'],
  ])('fails without showing what is in it: %s', (text, reason) => {
    let error: unknown;
    try {
      parseCredentials(text, 'my.file');
    } catch (thrown) {
      error = thrown;
    }
    if (!(error instanceof HarnessError)) throw new Error('a HarnessError was expected');
    expect(error.message).toContain(reason);
    expect(JSON.stringify([error.message, error.details])).not.toContain('s3cret-value');
    expect(error.details.source).toBeUndefined();
  });

  it('may be empty', () => {
    expect(parseCredentials('', '.env').size).toBe(0);
    expect(parseCredentials('# nothing yet\n\n', '.env').size).toBe(0);
  });
});

describe('the environment', () => {
  it('gives the credentials that are named for us', () => {
    expect(
      credentialsOfEnvironment({
        TINES_CREDENTIAL_ACME: 'a',
        TINES_CREDENTIAL_: 'x',
        OTHER: 'b',
        TINES_CREDENTIAL_GONE: undefined,
      }),
    ).toEqual(new Map([['acme', 'a']]));
  });
});

describe('a command', () => {
  it.each<[string, readonly string[] | null]>([
    ['op read op://vault/item/field', ['op', 'read', 'op://vault/item/field']],
    [`  sh -c 'echo "a b"'  `, ['sh', '-c', 'echo "a b"']],
    ['a"b c"\'d e\'f\\ g', ['ab cd ef g']],
    ['x "" \'\'', ['x', '', '']],
    ['"a\\"b\\n"', ['a"b\\n']],
    ['', []],
    ["a 'b", null],
    ['a "b\\"', null],
    ['a b\\', null],
  ])('is split like a shell does: %s', (command, words) => {
    expect(splitCommand(command)).toEqual(words);
  });
});
