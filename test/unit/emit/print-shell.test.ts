import { describe, expect, test } from 'vitest';
import { emitCurl } from '../../../src/emit/curl/emit-curl.ts';
import { printShell } from '../../../src/emit/curl/print-shell.ts';
import type { RequestSpec } from '../../../src/model/request-spec.ts';
import { credential, exampleRequest } from './example-request.ts';

const bash = (request: RequestSpec): string => printShell(emitCurl(request), 'bash').command;
const { policy } = exampleRequest();

describe('the bash form', () => {
  test('prints only what changes something', () => {
    expect(bash(exampleRequest())).toBe(
      ['curl --disable https://api.example.com/v1/items', "--header 'User-Agent: Tines'", '--max-time 30'].join(' \\\n  '),
    );
  });

  test('names the variable of a credential in double quotes', () => {
    expect(bash(exampleRequest({ headers: [['Authorization', ['Bearer ', credential('acme')]]] }))).toContain(
      '--header "Authorization: Bearer $TINES_CREDENTIAL_ACME"',
    );
  });

  test('gives a Basic pair to --user', () => {
    const pair = { name: 'pair', from: ['CREDENTIAL.acme'], encodings: ['base64'], of: ['user:', credential('acme')] } as const;
    const command = emitCurl(exampleRequest({ headers: [['Authorization', ['Basic ', pair]]] }));
    expect(printShell(command, 'bash').command).toContain('--user "user:$TINES_CREDENTIAL_ACME"');
    expect(command.variables.map(({ environment }) => environment)).toEqual(['TINES_CREDENTIAL_ACME']);
  });

  test('says above the command what a derived variable must hold', () => {
    const command = bash(exampleRequest({ url: ['https://h/?k=', credential('acme', 'form')] }));
    expect(command).toMatch(/^# TINES_SECRET_ACME_FORM: CREDENTIAL\.acme, URL-encoded as in a form, a space as \+\ncurl /);
    expect(command).toContain('"https://h/?k=$TINES_SECRET_ACME_FORM"'.replace('"https://h/?k=', "'https://h/?k='\""));
  });

  test('says so in one line that no shell can act on, whatever the text is', () => {
    const pair = {
      name: 'pair',
      from: ['CREDENTIAL.acme'],
      encodings: ['base64'],
      of: ["a$(id)'\n!x:", credential('acme')],
    } as const;
    const command = emitCurl(exampleRequest({ headers: [['X-Pair', [pair]]] }));
    expect(printShell(command, 'bash').command).toMatch(
      /^# TINES_SECRET_PAIR_BASE64: ‹a\\u0024\\u0028id\\u0029\\u0027\\u005cu000a\\u0021x:› followed by CREDENTIAL\.acme, in base64\ncurl /,
    );
    expect(printShell(command, 'powershell').command).toMatch(/^# TINES_SECRET_PAIR_BASE64: .*\ncurl\.exe /);
    expect(printShell(command, 'cmd').command).toMatch(/^rem TINES_SECRET_PAIR_BASE64: [^&|<>^%!\n]*\ncurl\.exe /);
  });

  test('puts the values in where they are given', () => {
    const command = emitCurl(exampleRequest({ headers: [['X-Key', [credential('acme')]]] }));
    expect(printShell(command, 'bash', { values: new Map([['acme', "it's"]]) }).command).toContain(`--header 'X-Key: it'\\''s'`);
  });

  test('writes the settings of redirects, TLS, proxy and compression', () => {
    const command = bash(
      exampleRequest({
        headers: [['Accept-Encoding', ['gzip']]],
        policy: {
          ...policy,
          redirects: { follow: true, limit: 5, keepAuthorization: true },
          proxy: ['http://proxy:3128'],
          tls: { verify: false, caFile: 'ca.pem', clientCertificate: { certificateFile: 'c.pem', keyFile: 'k.pem' } },
        },
      }),
    );
    for (const option of [
      '--location-trusted',
      '--max-redirs 5',
      '--compressed',
      '--proxy http://proxy:3128',
      '--insecure',
      '--cacert ca.pem',
      '--cert c.pem',
      '--key k.pem',
    ]) {
      expect(command).toContain(option);
    }
    expect(command).not.toMatch(/--location /);
  });

  test('signs for AWS with the key pair in --user', () => {
    const signature = {
      region: 'eu-west-1',
      service: 's3',
      accessKey: ['AKIA'],
      secretKey: [credential('aws')],
      sessionToken: [credential('t')],
    };
    const command = bash(exampleRequest({ signature }));
    expect(command).toContain('--aws-sigv4 aws:amz:eu-west-1:s3');
    expect(command).toContain('--user "AKIA:$TINES_CREDENTIAL_AWS"');
    expect(command).toContain('--header "X-Amz-Security-Token: $TINES_CREDENTIAL_T"');
  });

  test('puts a binary body without secrets into a file where files are allowed', () => {
    const bytes = Uint8Array.of(0, 255);
    const request = exampleRequest({ method: 'POST', body: { kind: 'bytes', bytes } });
    const printed = printShell(emitCurl(request), 'bash', { sideFiles: true });
    expect(printed.command).toContain("--data-binary '@request-body.bin'");
    expect(printed.files).toEqual([{ name: 'request-body.bin', bytes: Buffer.from(bytes) }]);
    expect(printShell(emitCurl(request), 'bash').command).toMatch(/^printf '\\000\\377' \| curl /);
  });

  test('keeps a secret out of files', () => {
    const body = { kind: 'text', text: ['a\0', credential('acme')] } as const;
    const printed = printShell(emitCurl(exampleRequest({ method: 'POST', body })), 'bash', { sideFiles: true });
    expect(printed.files).toEqual([]);
    expect(printed.command).toContain(`printf 'a\\000%s' "$TINES_CREDENTIAL_ACME" | curl`);
  });
});

describe('the PowerShell form', () => {
  const powershell = (request: RequestSpec): string => printShell(emitCurl(request), 'powershell').command;

  test('escapes quotes for the program and asks for the rule that 5.1 has', () => {
    const body = { kind: 'text', text: [`{"a":"it's \\"x\\""}`] } as const;
    expect(powershell(exampleRequest({ method: 'POST', headers: [['Content-Type', ['application/json']]], body }))).toBe(
      [
        "$PSNativeCommandArgumentPassing = 'Legacy'\ncurl.exe --disable https://api.example.com/v1/items",
        "--header 'Content-Type: application/json'",
        "--header 'User-Agent:'",
        "--header 'Accept:'",
        '--max-time 30',
        `--data-raw '{\\"a\\":\\"it''s \\\\\\"x\\\\\\"\\"}'`,
      ].join(' `\n  '),
    );
  });

  test('reads credentials from the environment and escapes what double quotes would expand', () => {
    expect(powershell(exampleRequest({ headers: [['X-Key', ['a$b`c ', credential('acme')]]] }))).toContain(
      // biome-ignore lint/suspicious/noTemplateCurlyInString: PowerShell's own syntax
      '--header "X-Key: a`$b``c ${env:TINES_CREDENTIAL_ACME}"',
    );
  });

  test('doubles curly quotes, which PowerShell takes for quotes', () => {
    expect(powershell(exampleRequest({ headers: [['X', ['a\u2019b']]] }))).toContain("'X: a\u2019\u2019b'");
  });

  test('writes a body that is not ASCII to a file and removes it', () => {
    const command = powershell(exampleRequest({ method: 'POST', body: { kind: 'text', text: ['é'] } }));
    expect(command).toContain(`[IO.File]::WriteAllBytes("$PWD\\request-body.bin", [Convert]::FromBase64String('w6k='))`);
    expect(command).toContain("--data-binary '@request-body.bin'");
    expect(command).toMatch(/\nRemove-Item request-body\.bin$/);
  });

  test('writes an empty body as an empty argument', () => {
    expect(powershell(exampleRequest({ method: 'POST' }))).toContain(`--data-raw '""'`);
  });
});

describe('the cmd.exe form', () => {
  const cmd = (request: RequestSpec) => printShell(emitCurl(request), 'cmd');

  test('puts a caret before everything that cmd.exe would act on', () => {
    const body = { kind: 'text', text: [`{"a":"100% & <b> | ^ ! (c)"}`] } as const;
    expect(cmd(exampleRequest({ method: 'POST', headers: [], body })).command).toContain(
      `--data-raw ^"{\\^"a\\^":\\^"100^% ^& ^<b^> ^| ^^ ^! ^(c^)\\^"}^"`,
    );
  });

  test('names credentials between percent signs', () => {
    expect(cmd(exampleRequest({ headers: [['X-Key', [credential('acme')]]] })).command).toContain(
      '--header ^"X-Key: %TINES_CREDENTIAL_ACME%^"',
    );
  });

  test('puts a body with line breaks into a file, and declares the loss of a secret in it', () => {
    const plain = cmd(exampleRequest({ method: 'POST', body: { kind: 'text', text: ['a\nb'] } }));
    expect(plain.files).toEqual([{ name: 'request-body.bin', bytes: Buffer.from('a\nb') }]);
    expect(plain.losses).toEqual([]);
    const secret = cmd(exampleRequest({ method: 'POST', body: { kind: 'text', text: ['a\n', credential('acme')] } }));
    expect(Buffer.from(secret.files[0]?.bytes ?? '').toString()).toBe('a\n%TINES_CREDENTIAL_ACME%');
    expect(secret.losses).toMatchObject([{ feature: 'body' }]);
  });
});
