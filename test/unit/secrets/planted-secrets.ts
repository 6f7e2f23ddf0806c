import type { Secret } from '../../../src/secrets/secret.ts';

const jwt = (claims: object, signature: string): string =>
  [{ alg: 'HS256', typ: 'JWT' }, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .concat(signature)
    .join('.');

const pemBody = [
  'MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7VJTUt9Us8cKj',
  'MzEfYyjiWA4R4/M2bS1GB4t7NXp98C3SC6dVMvDuictGeurT8jNbvJZHtCSuYEvu',
  'NMoSfm76oqFvAp8Gy0iz5sxjZmSnXyCdPEovGhLa0VzMaQ==',
];

/** One made-up secret for each of the kinds that people use. */
export const plantedSecrets: readonly Secret[] = [
  ['bearer', 'tk_9fQ2vLx81mZpR7sWc3Yd'],
  ['slack', ['xoxb', '210987654321', '9876543210987', 'AbCdEfGhIjKlMnOpQrStUvWx'].join('-')],
  ['github', `ghp_${'x9Kq2Lm4Np6Rs8Tv0Wy1Za3Bc5De7Fg9Hj1K'.slice(0, 36)}`],
  ['basic', 'svc-ops@acme.test:p:ss/w0rd+"quoted"'],
  ['header', 'A1b2-C3d4-E5f6-G7h8'],
  ['cookie', 's%3AkV9xP2mQ7.rT4yU8iO1pL6'],
  ['query', 'q=ry/k+y&with spaces%and#more'],
  ['encoded', 'pä55wörd-€uro-ключ'],
  ['userInfo', 'u5er-inf0/p@ss'],
  ['webhook', 'https://hooks.slack.com/services/T02ABCDEF/B03GHIJKL/mN4oP5qR6sT7uV8wX9yZ0aBc'],
  ['json', 'line1\nline2\t"tab\\slash"/end-7'],
  ['form', "a b+c=d&e=f~g!h*(i)'j"],
  ['nested', 'n3sted\\"json\\u0041-value'],
  ['jwt', jwt({ sub: 'svc-4711', aud: 'https://api.acme.test' }, 'c2lnbmF0dXJlLW9mLXRoZS1wbGFudGVkLXRva2Vu')],
  ['aws', 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYzzPLANTED9'],
  ['pem', `-----BEGIN PRIVATE KEY-----\n${pemBody.join('\n')}\n-----END PRIVATE KEY-----\n`],
  ['echo', '7f3c9a2e-51d8-4b6f-9c0e-d2a1b3c4e5f6'],
  ['markup', '<k3y attr="1">&amp;T0k3n</k3y>'],
  ['shell', '$(rm -rf ~)`id`\'; echo "$HOME" #9'],
  ['emoji', 'pass-🔑-w0rd-日本'],
].map(([name = '', value = '']) => ({ label: `CREDENTIAL.${name}`, value }));

/** What of a secret must not be seen: for a PEM its lines, for a webhook what follows the host, else all of it. */
export function tellingParts({ label, value }: Secret): readonly string[] {
  if (label === 'CREDENTIAL.pem') return pemBody;
  return label === 'CREDENTIAL.webhook' ? [value.slice(value.indexOf('/T02') + 1)] : [value];
}
