import type { Loss, Policy } from '../../model/request-spec.ts';

/** What a collection has no place for and Postman takes from its own settings. */
export function policyLosses({ proxy, tls }: Policy): readonly Loss[] {
  const loss = (feature: string, text: string): Loss => ({ artifact: 'postman', feature, text });
  return [
    ...(proxy === undefined
      ? []
      : [loss('proxy', 'a collection names no proxy: set it in Postman under Settings → Proxy, or in HTTPS_PROXY for newman')]),
    ...(tls.caFile === undefined
      ? []
      : [loss('ca', `a collection names no certificate authority: give ‹${tls.caFile}› to newman with --ssl-extra-ca-certs`)]),
    ...(tls.clientCertificate === undefined
      ? []
      : [
          loss(
            'client-certificate',
            `a collection names no client certificate: give ‹${tls.clientCertificate.certificateFile}› to newman with --ssl-client-cert`,
          ),
        ]),
  ];
}
