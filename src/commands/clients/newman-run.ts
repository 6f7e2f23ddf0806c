import { emitPostman } from '../../emit/postman/emit-postman.ts';
import { fillEnvironment } from '../../emit/postman/fill-environment.ts';
import { textValue } from '../../emit/text-value.ts';
import type { RequestSpec } from '../../model/request-spec.ts';
import type { SecretValues } from '../../model/text.ts';
import type { SingleRun } from '../../run/newman/join-runs.ts';

interface RunSettings {
  readonly name: string;
  readonly maxBodyBytes: number;
}

/** A request as Newman gets it: what is exported, with the values of its secrets. Throws a `HarnessError` where they cannot stand where the request wants them. */
export function newmanRun(request: RequestSpec, values: SecretValues, { name, maxBodyBytes }: RunSettings): SingleRun {
  const artifact = emitPostman(request, { name, values });
  const { tls, timeoutSeconds, proxy } = request.policy;
  return {
    collection: artifact.collection,
    environment: new Map(fillEnvironment(artifact, values).values.map(({ key, value }) => [key, value])),
    policy: {
      timeoutSeconds,
      maxBodyBytes,
      verifyTls: tls.verify,
      ...(tls.caFile === undefined ? {} : { caFile: tls.caFile }),
      ...(tls.clientCertificate === undefined ? {} : { clientCertificate: tls.clientCertificate }),
      ...(proxy === undefined ? {} : { proxy: textValue(proxy, values) }),
    },
  };
}
