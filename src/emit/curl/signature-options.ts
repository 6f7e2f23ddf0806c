import type { AwsSignature } from '../../model/request-spec.ts';
import type { CurlOption } from './curl-command.ts';

/** curl's own AWS Signature Version 4 (`--aws-sigv4`, curl 7.75), with the key pair in `--user`. */
export function signatureOptions(signature: AwsSignature | undefined): readonly CurlOption[] {
  if (signature === undefined) return [];
  const { region, service, accessKey, secretKey, sessionToken } = signature;
  return [
    { name: 'aws-sigv4', value: [`aws:amz:${region}:${service}`] },
    { name: 'user', value: [...accessKey, ':', ...secretKey] },
    ...(sessionToken === undefined ? [] : [{ name: 'header', value: ['X-Amz-Security-Token: ', ...sessionToken] }]),
  ];
}
