import type { RequestSpec } from '../../../src/model/request-spec.ts';
import type { Variable } from '../../../src/model/text.ts';

/** The credential `CREDENTIAL.NAME` as it stands in a request. */
export function credential(name: string, ...encodings: Variable['encodings']): Variable {
  return { name, from: [`CREDENTIAL.${name}`], encodings };
}

/** A GET of one URL that asks for nothing special, with what the test changes. */
export function exampleRequest(changes: Partial<RequestSpec> = {}): RequestSpec {
  return {
    method: 'GET',
    url: ['https://api.example.com/v1/items'],
    headers: [
      ['User-Agent', ['Tines']],
      ['Accept', ['*/*']],
    ],
    body: { kind: 'none' },
    policy: {
      redirects: { follow: false, limit: 3, keepAuthorization: false },
      tls: { verify: true },
      timeoutSeconds: 30,
      success: [{ from: 200, to: 399 }],
    },
    ...changes,
  };
}
