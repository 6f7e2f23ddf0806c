import type { RequestSpec } from '../../model/request-spec.ts';
import type { CurlOption } from './curl-command.ts';

/** The time limit, the proxy, the TLS settings, and `--compressed` where the request asks for a coded answer. */
export function policyOptions({ headers, policy }: RequestSpec): readonly CurlOption[] {
  const { tls, proxy, timeoutSeconds } = policy;
  const coded = headers.some(([name, value]) => name.toLowerCase() === 'accept-encoding' && value.join('') !== 'identity');
  const certificate = tls.clientCertificate;
  return [
    ...(coded ? [{ name: 'compressed' }] : []),
    ...(timeoutSeconds > 0 ? [{ name: 'max-time', value: [String(timeoutSeconds)] }] : []),
    ...(proxy === undefined ? [] : [{ name: 'proxy', value: proxy }]),
    ...(tls.verify ? [] : [{ name: 'insecure' }]),
    ...(tls.caFile === undefined ? [] : [{ name: 'cacert', value: [tls.caFile] }]),
    ...(certificate === undefined ? [] : [{ name: 'cert', value: [certificate.certificateFile] }]),
    ...(certificate?.keyFile === undefined ? [] : [{ name: 'key', value: [certificate.keyFile] }]),
  ];
}
