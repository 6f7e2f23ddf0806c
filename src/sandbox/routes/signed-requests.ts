import { createHash } from 'node:crypto';
import { defineRoute } from '../define-route.ts';
import type { SandboxAnswer, SandboxRequest, SandboxRoute } from '../route.ts';

const signature =
  'AWS4-HMAC-SHA256 Credential=AKIASANDBOX000000001/20250102/eu-west-1/execute-api/aws4_request, SignedHeaders=host;x-amz-date, Signature=<<CREDENTIAL.signature>>';
const signed = { headers: { Authorization: signature, 'X-Amz-Date': '20250102T030405Z' } };
const credentials = { signature: '0a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f9' };
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const missing: SandboxAnswer = {
  status: 403,
  headers: { 'x-amzn-ErrorType': 'MissingAuthenticationTokenException' },
  body: { message: 'Missing Authentication Token' },
};

/** What the server computed from the request, as Signature Version 4 has it (the query sorted, then the signed headers, then the body's hash). */
function canonicalRequest({ method, path, rawQuery, headers, body }: SandboxRequest): string {
  const query = rawQuery === '' ? '' : rawQuery.split('&').sort().join('&');
  return [
    method,
    path,
    query,
    `host:${headers.host ?? ''}`,
    `x-amz-date:${headers['x-amz-date'] ?? ''}`,
    '',
    'host;x-amz-date',
    sha256(body),
  ].join('\n');
}

function mismatch(canonical: string): SandboxAnswer {
  const message = `The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.\n\nThe Canonical String for this request should have been\n'${canonical}'\n\nThe String-to-Sign should have been\n'AWS4-HMAC-SHA256\n20250102T030405Z\n20250102/eu-west-1/execute-api/aws4_request\n${sha256(canonical)}'\n`;
  return { status: 403, headers: { 'x-amzn-ErrorType': 'InvalidSignatureException' }, body: { message } };
}

const xml = { 'Content-Type': 'text/xml' };
const errorResponse = (code: string, message: string, status = 403): SandboxAnswer => ({
  status,
  headers: xml,
  body: `<ErrorResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error><RequestId>sandbox</RequestId></ErrorResponse>`,
});
const expired = errorResponse('ExpiredToken', 'The security token included in the request is expired');
const skewed = errorResponse(
  'RequestTimeTooSkewed',
  'The difference between the request time and the current time is too large.',
);
const unknownKey = errorResponse('InvalidClientTokenId', 'The security token included in the request is invalid.');
const denied = errorResponse(
  'AccessDenied',
  'User: arn:aws:iam::000000000000:user/tines is not authorized to perform: iam:ListUsers on resource: *',
);
const signedOnly = (request: SandboxRequest, answer: SandboxAnswer): SandboxAnswer =>
  request.headers.authorization?.startsWith('AWS4-HMAC-SHA256 ') === true ? answer : missing;

export const signedRequestRoutes: readonly SandboxRoute[] = [
  defineRoute({
    name: 'aws-signature',
    title: 'a signature made with another secret key',
    answer: (request) => signedOnly(request, mismatch(canonicalRequest(request))),
    path: '/users?Version=2010-05-08&Action=ListUsers',
    options: signed,
    credentials,
    recorded: mismatch(
      'GET\n/classic/aws-signature/users\nAction=ListUsers&Version=2010-05-08\nhost:127.0.0.1\nx-amz-date:20250102T030405Z\n\nhost;x-amz-date\ne3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    ),
    cause: 'credential-rejected',
    notCause: 'permission-missing',
    confidence: 'likely',
  }),
  defineRoute({
    name: 'aws-expired',
    title: 'temporary AWS credentials that have expired',
    answer: (request) => signedOnly(request, expired),
    options: signed,
    credentials,
    recorded: expired,
    cause: 'credential-expired',
    notCause: 'permission-missing',
  }),
  defineRoute({
    name: 'aws-clock',
    title: 'a signature whose time is too far from the server’s',
    answer: (request) => signedOnly(request, skewed),
    options: signed,
    credentials,
    recorded: skewed,
    cause: 'clock-skew',
    notCause: 'credential-expired',
  }),
  defineRoute({
    name: 'aws-unknown-key',
    title: 'an AWS access key that does not exist',
    answer: (request) => signedOnly(request, unknownKey),
    options: signed,
    credentials,
    recorded: unknownKey,
    cause: 'credential-rejected',
    notCause: 'credential-expired',
  }),
  defineRoute({
    name: 'aws-denied',
    title: 'an AWS user without the permission',
    answer: (request) => signedOnly(request, denied),
    options: signed,
    credentials,
    recorded: denied,
    cause: 'permission-missing',
    notCause: 'credential-rejected',
  }),
];
